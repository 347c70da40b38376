using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>The runtime that this very process runs on.</summary>
internal sealed class DotNetCheck : IHealthCheck
{
    public string Name => ".NET runtime";

    public Finding Run() =>
        Finding.Well($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores");
}
