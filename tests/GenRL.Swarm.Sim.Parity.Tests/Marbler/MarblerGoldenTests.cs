using GenRL.Swarm.Sim.Parity.Marbler;
using GenRL.Swarm.Sim.Parity.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Tests.Marbler;

public sealed class MarblerGoldenTests
{
    private const string System = "marbler";

    private static readonly MarblerSystem Runner = new();

    public static TheoryData<string> Files => GoldenFiles.Of(System);

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_EachFile_Passes(string file)
    {
        var content = GoldenFiles.Read(System, file);

        var comparison = GoldenFiles.Run(Runner, content);

        Assert.True(comparison.Failure is null, comparison.Failure);
        Assert.Equal(content["steps"]!.AsArray().Count, comparison.Steps);
    }
}
