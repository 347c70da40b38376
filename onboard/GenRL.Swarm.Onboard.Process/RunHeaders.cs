using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Process.Settings;

namespace GenRL.Swarm.Onboard.Process;

/// <summary>What the logs say of the run as a whole.</summary>
internal static class RunHeaders
{
    public static RunHeader Make(OnboardArguments arguments, RobotSettings settings, ReleaseId release) => new(
        arguments.Robot, settings.Address.Fleet, arguments.Seed, arguments.Source, release, settings.ToJson(),
        new Dictionary<string, string>
        {
            ["swarm"] = typeof(RunHeaders).Assembly.GetName().Version!.ToString(),
            ["dotnet"] = RuntimeInformation.FrameworkDescription,
            ["onnxruntime"] = OnnxRuntimeLibrary.Version?.ToString() ?? "",
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            ["vector"] = Avx512F.IsSupported ? "avx512f" : Avx2.IsSupported ? "avx2" : "baseline",
        });
}
