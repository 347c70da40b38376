using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>
/// Robots on a circle change sides, all through its middle: places are evenly spaced with jitter, and antipodal from an even mission to the
/// next; the jitter is drawn anew every second mission.
/// </summary>
internal sealed class Crossing : IScenario
{
    private const float SmallestGap = 0.5f;

    public string Name => "crossing";

    public WorldDescription Describe(int robots) => WorldDescription.Open(Field.ArenaHalfSize(robots));

    public void Places(ulong seed, int mission, Span<Vector2> places)
    {
        var turn = new RandomStream(seed, -1, (int)Purpose.Places).NextSingle() * MathF.Tau;
        var random = new RandomStream(seed, mission / 2, (int)Purpose.Places);
        var radius = mission % 2 == 0 ? Radius(places.Length) : -Radius(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var jitter = (random.NextSingle() - 0.5f) * Jitter(places.Length);
            var (sin, cos) = MathF.SinCos(turn + (MathF.Tau * i / places.Length) + jitter);
            places[i] = new Vector2(cos, sin) * radius;
        }
    }

    /// <summary>The circle's radius, metres: 1.3, or what keeps neighbours on it 0.5 m apart whatever the jitter.</summary>
    internal static float Radius(int robots)
    {
        var narrowest = (MathF.Tau / robots) - Jitter(robots);
        return robots < 2 ? 1.3f : MathF.Max(1.3f, SmallestGap / (2f * MathF.Sin(MathF.Min(narrowest, MathF.PI) / 2f)));
    }

    /// <summary>Width of the jitter in angle, radians: 0.3, less where robots stand closer than four do.</summary>
    private static float Jitter(int robots) => MathF.Min(0.3f, 0.25f * MathF.Tau / robots);
}
