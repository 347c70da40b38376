namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>Simple ways to move, from what a robot sees.</summary>
internal static class Scripts
{
    private const int FirstNeighbour = 4;
    private const int PerNeighbour = 5;

    /// <summary>Stands still.</summary>
    public static (double X, double Y) Idle(int agent, int step, ReadOnlySpan<float> seen) => (0d, 0d);

    /// <summary>Goes towards (<paramref name="dx"/>, <paramref name="dy"/>), m, slower when near.</summary>
    public static (double X, double Y) Towards(double dx, double dy)
    {
        var (x, y) = (2d * dx, 2d * dy);
        var length = Math.Max(1d, Math.Sqrt((x * x) + (y * y)));
        return (x / length, y / length);
    }

    /// <summary>The same, keeping clear of neighbours: away from each that is near, and past it on the right.</summary>
    public static (double X, double Y) Past(ReadOnlySpan<float> seen, double dx, double dy, int neighbours = 4, double clear = 0.9)
    {
        var (x, y) = Towards(dx, dy);
        for (var slot = 0; slot < neighbours; slot++)
        {
            var other = seen.Slice(FirstNeighbour + (slot * PerNeighbour), PerNeighbour);
            var distance = Math.Sqrt((other[1] * other[1]) + (other[2] * other[2]));
            if (other[0] > 0f && distance < clear)
            {
                var push = (clear - distance) / clear * 2d;
                x += push * ((-other[1] / distance) + (0.7 * -other[2] / distance));
                y += push * ((-other[2] / distance) + (0.7 * other[1] / distance));
            }
        }

        var length = Math.Max(1d, Math.Sqrt((x * x) + (y * y)));
        return (x / length, y / length);
    }
}
