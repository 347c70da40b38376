using GenRL.Swarm.Sim.Parity.Mpe;

namespace GenRL.Swarm.Sim.Parity.Tests.Mpe;

public sealed class MpeFilesTests
{
    public static TheoryData<string> Files => GoldenFolder.Names("mpe");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_reproduced(string name)
    {
        var file = GoldenFolder.Read("mpe", name);

        var (comparison, failure) = GoldenFolder.Run(new MpeSystem(), file);

        Assert.Null(failure);
        Assert.Equal(file["steps"]!.AsArray().Count, comparison.Steps);
        Assert.Equal(0, comparison.Injected);
        Assert.Empty(comparison.NotCompared);
    }
}
