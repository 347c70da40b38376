using GenRL.Swarm.Sim.Parity.JaxRobotarium;
using GenRL.Swarm.Sim.Parity.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Tests.JaxRobotarium;

public sealed class JaxRobotariumGoldenTests
{
    private const string System = "jaxrobotarium";

    private static readonly JaxRobotariumSystem Runner = new();

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
