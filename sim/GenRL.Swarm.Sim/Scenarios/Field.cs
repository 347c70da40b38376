using System.Numerics;
using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>How much room scenarios give a swarm: the same space per robot whatever its number, and never less than for four.</summary>
internal static class Field
{
    /// <summary>Starts, and goals, lie at least this far apart, metres: almost two robot diameters.</summary>
    public const float Separation = 0.45f;

    /// <summary>Free space between the outermost place and the arena's walls, metres.</summary>
    public const float Margin = 1.2f;

    /// <summary>Places lie within plus and minus this of the origin, metres: 1.3 for four robots.</summary>
    public static float Extent(int robots) => 1.3f * MathF.Sqrt(MathF.Max(robots, 4) / 4f);

    /// <summary>Half the side of the arena that every scenario of that many robots shares, metres: 2.5 for four.</summary>
    public static float ArenaHalfSize(int robots) => MathF.Max(Extent(robots), Crossing.Radius(robots)) + Margin;

    /// <summary>
    /// A place in the box from <paramref name="low"/> to <paramref name="high"/>, uniform among those at least <see cref="Separation"/> from the first
    /// <paramref name="taken"/> entries of <paramref name="places"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The box is full.</exception>
    public static Vector2 FreePlace(RandomStream random, Vector2 low, Vector2 high, ReadOnlySpan<Vector2> places, int taken)
    {
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var place = new Vector2(random.NextSingle(low.X, high.X), random.NextSingle(low.Y, high.Y));
            if (IsFree(place, places[..taken]))
            {
                return place;
            }
        }

        throw new InvalidOperationException($"no room for place {taken} between {low} and {high}");
    }

    private static bool IsFree(Vector2 place, ReadOnlySpan<Vector2> places)
    {
        foreach (var other in places)
        {
            if (Vector2.DistanceSquared(place, other) < Separation * Separation)
            {
                return false;
            }
        }

        return true;
    }
}
