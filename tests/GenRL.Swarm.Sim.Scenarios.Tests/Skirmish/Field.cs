using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

/// <summary>A skirmish set up by hand: everybody stands far from the others, out of sight, until a test puts them somewhere.</summary>
internal sealed class Field
{
    public const float Tolerance = 1e-5f;

    public Field(SkirmishOptions options, ulong seed = 1)
    {
        Options = options;
        World = new SkirmishWorld(options);
        World.Reset(new RandomStream(seed, 0, 0));
        for (var i = 0; i < Units.Count; i++)
        {
            Put(i, i % 2 == 0 ? 1.5f : 30.5f, 1.5f + (i / 2 * 2f)); // 2 m apart, teams not told apart
        }
    }

    public SkirmishOptions Options { get; }

    public SkirmishWorld World { get; }

    public Units Units => World.Units;

    public float[] Rewards { get; private set; } = [];

    /// <summary>3 marines against 3, both teams driven.</summary>
    public static SkirmishOptions Marines => SkirmishMap.Find("3m").Options() with { Control = Control.Both };

    public void Put(int unit, float x, float y) => (Units.X[unit], Units.Y[unit]) = (x, y);

    public void Kill(params int[] units)
    {
        foreach (var unit in units)
        {
            Units.Health[unit] = 0f;
        }
    }

    /// <summary>One step in which the named units do the named things and the others stop.</summary>
    public EpisodeEnd Step(params (int Unit, float Choice)[] choices)
    {
        var actions = new float[World.Actions.Count];
        Array.Fill(actions, Orders.Stop);
        foreach (var (unit, choice) in choices)
        {
            actions[unit] = choice;
        }

        Rewards = new float[World.Actions.Count];
        return World.Step(actions, Rewards);
    }

    public float[] Seen(int agent)
    {
        var size = World.ObservationSizes[0];
        var all = new float[World.ObservationSizes.Count * size];
        Array.Fill(all, float.NaN); // so that a number left unwritten shows
        World.Observe(all);
        return all[(agent * size)..((agent + 1) * size)];
    }

    /// <summary>Block k of an observation in a list of units.</summary>
    public float[] Block(int agent, int block) => Seen(agent)[(block * UnitFeatures.Size)..((block + 1) * UnitFeatures.Size)];

    public static void Near(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(MathF.Abs(expected[i] - actual[i]) <= Tolerance, $"number {i}: {actual[i]} instead of {expected[i]}");
        }
    }
}
