using System.Numerics;
using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Tests;

/// <summary>Commands that exercise everything: now and then longer than the speed limit.</summary>
internal static class Commands
{
    public static Vector2[] Random(RandomStream random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Vector2(random.NextGaussian(), random.NextGaussian()))];
}
