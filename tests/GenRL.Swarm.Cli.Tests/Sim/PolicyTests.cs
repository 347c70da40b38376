using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class PolicyTests
{
    private const int Worlds = 3;

    [Theory]
    [InlineData("random")]
    [InlineData("wander")]
    [InlineData("still")]
    public void Act_AnyPolicy_StaysWithinEveryAgentsActions(string name)
    {
        var shape = Shape(Worlds, lanes: 2);
        foreach (var actions in Play(name, 1, shape, 50))
        {
            for (var world = 0; world < Worlds; world++)
            {
                Assert.InRange(actions[shape.ActionIndex(world, 0, 0)], 0.25f, 0.75f);
                Assert.InRange(actions[shape.ActionIndex(world, 1, 0)], 0f, 2f);
                Assert.InRange(actions[shape.ActionIndex(world, 1, 1)], 0f, 4f);
                Assert.Equal(MathF.Round(actions[shape.ActionIndex(world, 1, 1)]), actions[shape.ActionIndex(world, 1, 1)]);
            }
        }
    }

    [Fact]
    public void Act_ByTheSameSeed_IsTheSameInAnyBatch()
    {
        var (alone, among, other) = (Play("random", 1, Shape(1), 20), Play("random", 1, Shape(7), 20), Play("random", 2, Shape(1), 20));

        Assert.Equal(alone.Select(actions => actions[..3]), among.Select(actions => actions[..3]));
        Assert.NotEqual(alone, other);
    }

    [Fact]
    public void Act_Wandering_KeepsEachActionForAWhile()
    {
        var chosen = Play("wander", 1, Shape(1), 80).Select(actions => actions[0]).ToList();

        Assert.Equal(10, chosen.Distinct().Count());
        Assert.Equal(80, Play("random", 1, Shape(1), 80).Select(actions => actions[0]).Distinct().Count());
    }

    [Fact]
    public void Act_Still_IsNothing() => Assert.All(Play("still", 1, Shape(1), 5), actions => Assert.Equal([0.25f, 0f, 0f], actions));

    private static EnvironmentShape Shape(int worlds, int lanes = 1) =>
        new(worlds, lanes, [ActionSpace.Continuous(1, 0.25f, 0.75f), ActionSpace.Discrete(3, 5)], [1, 1]);

    private static List<float[]> Play(string name, ulong seed, EnvironmentShape shape, int steps)
    {
        var policy = PolicyOption.Make(name, seed, shape.Worlds);
        var actions = new float[shape.ActionLength];
        var played = new List<float[]>();
        for (var step = 0; step < steps; step++)
        {
            policy.Act(shape, actions);
            played.Add([.. actions]);
        }

        return played;
    }
}
