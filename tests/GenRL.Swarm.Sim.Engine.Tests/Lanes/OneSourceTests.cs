using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Engine.Tests.Lanes;

public sealed class OneSourceTests
{
    /// <summary>The runtime's vectors are three types, so their bindings are three files: the same but for the width, or results would differ with it.</summary>
    [Theory]
    [InlineData("256")]
    [InlineData("512")]
    public void The_bindings_of_the_three_widths_differ_in_the_width_alone(string width)
    {
        var folder = Path.Combine(Repository.Root, "sim", "GenRL.Swarm.Sim.Engine", "Lanes");
        var narrow = File.ReadAllText(Path.Combine(folder, "Lanes128.cs"));

        Assert.Equal(narrow.Replace("128", width, StringComparison.Ordinal), File.ReadAllText(Path.Combine(folder, $"Lanes{width}.cs")));
    }
}
