using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>What several dynamics share.</summary>
internal static class Motion
{
    /// <summary>Below this angle, rad, sin(h) / h is taken from its series, exact to 1e-16 there.</summary>
    private const double SmallAngle = 1e-3;

    /// <summary>A velocity at the step's end, with the path (<paramref name="pathX"/>, <paramref name="pathY"/>), m, to get there.</summary>
    public static void Set<V>(Tile<V> tile, int body, V vx, V vy, V pathX, V pathY, V dt)
        where V : unmanaged, ILanes<V>
    {
        tile.X(body) += pathX - (vx * dt);
        tile.Y(body) += pathY - (vy * dt);
        tile.VelocityX(body) = vx;
        tile.VelocityY(body) = vy;
    }

    /// <summary>
    /// A constant velocity in the robot's own turning axes: its path is a chord of an arc, (sin h) / h times the arc's length long, in the
    /// direction midway; h is half the turn.
    /// </summary>
    public static void Twist<V>(Tile<V> tile, int body, V forward, V sideways, V spin, V dt)
        where V : unmanaged, ILanes<V>
    {
        var half = spin * dt * V.All(0.5);
        var squared = half * half;
        var small = V.Abs(half) < V.All(SmallAngle);
        var chord = V.Select(small, V.All(1d) - (squared / V.All(6d)), V.Sin(half) / V.Select(small, V.All(1d), half)) * dt;
        var (middle, end) = (tile.Rotation(body) + half, tile.Rotation(body) + (half + half));
        var (cos, sin) = (V.Cos(middle), V.Sin(middle));
        var pathX = ((forward * cos) - (sideways * sin)) * chord;
        var pathY = ((forward * sin) + (sideways * cos)) * chord;
        (cos, sin) = (V.Cos(end), V.Sin(end));
        Set(tile, body, (forward * cos) - (sideways * sin), (forward * sin) + (sideways * cos), pathX, pathY, dt);
        Turn(tile, body, spin);
    }

    /// <summary>An angular velocity; the rotation is kept within half a turn of 0.</summary>
    public static void Turn<V>(Tile<V> tile, int body, V spin)
        where V : unmanaged, ILanes<V>
    {
        tile.Rotation(body) = Wrap(tile.Rotation(body));
        tile.Spin(body) = spin;
    }

    /// <summary>The same angle in [-pi, pi).</summary>
    public static V Wrap<V>(V angle)
        where V : unmanaged, ILanes<V> => angle - (V.Floor((angle + V.All(Math.PI)) / V.All(Math.Tau)) * V.All(Math.Tau));

    /// <summary>No greater than <paramref name="most"/> to either side.</summary>
    public static V Clamp<V>(V value, V most)
        where V : unmanaged, ILanes<V> => V.Min(V.Max(value, -most), most);

    /// <summary>The factor that shortens (<paramref name="x"/>, <paramref name="y"/>) to the length <paramref name="most"/>, where it is longer.</summary>
    public static V Shortening<V>(V x, V y, V most)
        where V : unmanaged, ILanes<V>
    {
        var length = V.Sqrt((x * x) + (y * y));
        return V.Select(length > most, most / length, V.All(1d));
    }

    /// <summary>Throws where a constant of a model is not a positive number.</summary>
    public static void RequirePositive(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0d)
        {
            throw new ArgumentOutOfRangeException(name, value, "must be positive and finite");
        }
    }
}
