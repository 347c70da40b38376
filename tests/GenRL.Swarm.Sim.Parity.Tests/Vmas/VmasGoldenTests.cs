using GenRL.Swarm.Sim.Parity.Vmas;

namespace GenRL.Swarm.Sim.Parity.Tests.Vmas;

public sealed class VmasGoldenTests
{
    private static readonly VmasSystem System = new();

    public static TheoryData<string> Files => GoldenFolder.Names("vmas");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_passes(string name)
    {
        var file = GoldenFolder.Read("vmas", name);

        var (comparison, failure) = GoldenFolder.Run(System, file);

        Assert.Null(failure);
        Assert.Equal(file["steps"]!.AsArray().Count, comparison.Steps);
    }
}
