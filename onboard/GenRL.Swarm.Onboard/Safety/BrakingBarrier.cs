namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// The braking-distance barrier between this robot and one other body: h = sqrt(2 A (d - D)) + n . dv, where d is the distance, D the distance to keep, n
/// the unit vector from the other to this robot, dv the relative velocity and A the braking that both can give together. h &gt;= 0 means
/// that braking still stops the approach before D. Keeping dh/dt &gt;= -gamma h^3 bounds the relative acceleration along n from below.
/// Source: Wang, Ames, Egerstedt, "Safety barrier certificates for collisions-free multirobot systems", 2017, in the form divided by d.
/// </summary>
/// <param name="Value">h, metres per second; inside D the root counts negative.</param>
/// <param name="NormalX">n, first component.</param>
/// <param name="NormalY">n, second component.</param>
/// <param name="Approach">The acceleration towards the other that keeps the barrier: -n . (a_this - a_other) may not exceed it, m/s^2.</param>
internal readonly record struct BrakingBarrier(double Value, double NormalX, double NormalY, double Approach)
{
    /// <summary>
    /// Distances inside D are taken as this far outside it, metres: the root's slope is infinite at D. At rest there the barrier then allows no
    /// approach; it does not push robots apart.
    /// </summary>
    private const double SmallestGap = 1e-3;

    /// <summary>Evaluates the barrier. When both are at the same place, n is the x axis.</summary>
    /// <param name="self">This robot.</param>
    /// <param name="other">The other body.</param>
    /// <param name="keep">D, metres.</param>
    /// <param name="braking">A, metres per second squared.</param>
    /// <param name="gamma">gamma, s/m^2.</param>
    public static BrakingBarrier Between(in PlanarState self, in PlanarState other, double keep, double braking, double gamma)
    {
        double dx = self.X - other.X, dy = self.Y - other.Y, dvx = self.VelocityX - other.VelocityX, dvy = self.VelocityY - other.VelocityY;
        var distance = Math.Sqrt(dx * dx + dy * dy);
        var (nx, ny) = distance > 1e-9 ? (dx / distance, dy / distance) : (1.0, 0.0);
        var along = nx * dvx + ny * dvy;
        var across = nx * dvy - ny * dvx;
        var root = Math.Sqrt(2 * braking * Math.Max(distance - keep, SmallestGap));
        var h = root + along;
        var approach = gamma * h * h * h + braking * along / root + across * across / Math.Max(distance, keep);
        var value = distance < keep ? along - Math.Sqrt(2 * braking * (keep - distance)) : h;
        return new BrakingBarrier(value, nx, ny, approach);
    }
}
