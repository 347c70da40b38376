using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Engine.Tests;

/// <summary>Runs a scenario at every width of vectors, on one and two threads, in batches of several sizes, and compares what each world's agents saw and earned.</summary>
internal static class Widths
{
    /// <summary>Asserts that the first worlds go alike, byte for byte.</summary>
    public static void AssertAlike(IBodyScenarioFactory factory, int steps, bool precise)
    {
        var expected = Run(factory, 128, 1, 1, steps, precise);
        foreach (var width in (ReadOnlySpan<int>)[128, 256, 512])
        {
            foreach (var (worlds, threads) in (ReadOnlySpan<(int, int)>)[(1, 1), (5, 1), (33, 1), (33, 2)])
            {
                Assert.True(
                    expected.AsSpan().SequenceEqual(Run(factory, width, worlds, threads, steps, precise)),
                    $"{width} bits, {worlds} worlds, {threads} threads: world 0 goes another way");
            }
        }
    }

    private static byte[] Run(IBodyScenarioFactory factory, int width, int worlds, int threads, int steps, bool precise)
    {
        using var environment = BodyEnvironments.Create(factory, worlds, threads, precise, width);
        var shape = environment.Shape;
        var (actions, observations, rewards) = (new float[shape.ActionLength], new float[shape.ObservationLength], new float[shape.RewardLength]);
        var ends = new EpisodeEnd[worlds];
        var streams = Enumerable.Range(0, worlds).Select(world => new RandomStream(5, world, 0)).ToArray();
        var seen = new List<float>();
        environment.Reset(11, observations);
        for (var step = 0; step < steps; step++)
        {
            for (var world = 0; world < worlds; world++)
            {
                Choose(shape, world, streams[world], actions);
            }

            environment.Step(actions, observations, rewards, ends);
            Note(shape, observations, rewards, seen);
            seen.Add((float)ends[0]);
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(seen)).ToArray();
    }

    private static void Choose(EnvironmentShape shape, int world, RandomStream random, float[] actions)
    {
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            for (var number = 0; number < shape.Actions[agent].Size; number++)
            {
                actions[shape.ActionIndex(world, agent, number)] = random.NextSingle(shape.Actions[agent].Low, shape.Actions[agent].High);
            }
        }
    }

    private static void Note(EnvironmentShape shape, float[] observations, float[] rewards, List<float> seen)
    {
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            seen.Add(rewards[shape.RewardIndex(0, agent)]);
            for (var number = 0; number < shape.ObservationSize(agent); number++)
            {
                seen.Add(observations[shape.ObservationIndex(0, agent, number)]);
            }
        }
    }
}
