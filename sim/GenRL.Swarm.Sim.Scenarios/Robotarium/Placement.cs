using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Draws points of a rectangle that keep a distance from each other, by rejection; where they do not fit, the distance gives way.</summary>
internal static class Placement
{
    private const int Patience = 200;
    private const double GivingWay = 0.9;

    /// <summary>Draws points.</summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="within">The rectangle.</param>
    /// <param name="spacing">Least distance, m.</param>
    /// <param name="points">Written.</param>
    public static void Draw(RandomStream random, Arena within, double spacing, Span<Vector2D> points)
    {
        for (var placed = 0; placed < points.Length; placed++)
        {
            var tries = 0;
            do
            {
                spacing *= ++tries % Patience == 0 ? GivingWay : 1d;
                points[placed] = new Vector2D(
                    ((2d * random.NextSingle()) - 1d) * within.HalfLength, ((2d * random.NextSingle()) - 1d) * within.HalfWidth);
            }
            while (AnyNear(points[..placed], points[placed], spacing * spacing));
        }
    }

    private static bool AnyNear(ReadOnlySpan<Vector2D> points, Vector2D point, double squared)
    {
        foreach (var other in points)
        {
            var apart = other - point;
            if (apart.Dot(apart) < squared)
            {
                return true;
            }
        }

        return false;
    }
}
