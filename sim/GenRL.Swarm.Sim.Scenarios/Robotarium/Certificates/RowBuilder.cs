namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// Writes down a certificate's rows, all of length 1. Rows that no velocities within a given speed violate are left out, which changes nothing
/// as long as the solution stays within that speed: see <see cref="BarrierCertificate"/>.
/// </summary>
internal sealed class RowBuilder
{
    private const double SidesGain = 0.4;

    // Of |a| where a is a row in wheel speeds: the greatest of both wheels' shares per metre of distance.
    private const double WheelShare = Platform.WheelRadius / 2d;

    private readonly CertificateOptions _options;
    private readonly int _robots;

    /// <summary>For so many robots.</summary>
    public RowBuilder(CertificateOptions options, int robots)
    {
        (_options, _robots) = (options, robots);
        FirstSide = robots * (robots - 1) / 2;
        FirstSpeed = FirstSide + (options.Sides is null ? 0 : 4 * robots);
        var perRobot = options.Speed switch { SpeedLimit.Beforehand => 0, SpeedLimit.Wheels => 4, _ => 8 };
        Rows = FirstSpeed + (perRobot * robots);
    }

    /// <summary>Number of the first row on the arena's sides.</summary>
    public int FirstSide { get; }

    /// <summary>Number of the first row on speed.</summary>
    public int FirstSpeed { get; }

    /// <summary>Rows of the whole program.</summary>
    public int Rows { get; }

    /// <summary>Where rows can be violated at speeds up to <paramref name="speed"/>.</summary>
    public RowReach Reach(double speed) =>
        new(speed, PairReach(speed), (_options.Radius / 2d) + Math.Cbrt(speed / (SidesGain * _options.Gain)));

    /// <summary>The row of a pair.</summary>
    /// <param name="first">A robot.</param>
    /// <param name="second">Another, of a higher number.</param>
    /// <param name="apart">From the second one's point to the first one's.</param>
    /// <param name="poses">For the wheels' shares; unused without disturbance.</param>
    public SparseRow Pair(int first, int second, Vector2D apart, Poses? poses)
    {
        var squared = apart.Dot(apart);
        var h = squared - (_options.Radius * _options.Radius);
        var bound = (h < 0d ? _options.UnsafeGain ?? _options.Gain : _options.Gain) * h * h * h;
        if (poses is not null)
        {
            bound -= _options.WheelDisturbance * (WheelSum(poses[first], apart) + WheelSum(poses[second], apart));
        }

        var number = (first * _robots) - (first * (first + 1) / 2) + second - first - 1;
        var scale = 1d / Math.Sqrt(8d * squared);
        var normal = (2d * scale) * apart;
        return new SparseRow(first, second, -1d * normal, normal, bound * scale, number);
    }

    /// <summary>Adds the rows on the arena's sides for one robot's point, if it is within <paramref name="reach"/> of one.</summary>
    public void AddSides(RowSet rows, int robot, Vector2D point, in RowReach reach)
    {
        if (_options.Sides is not { } sides)
        {
            return;
        }

        var number = FirstSide + (4 * robot);
        if (Math.Abs(point.Y) > sides.HalfWidth - reach.Side)
        {
            AddSide(rows, robot, new(0d, 1d), sides.HalfWidth - point.Y, reach.Speed, number);
            AddSide(rows, robot, new(0d, -1d), sides.HalfWidth + point.Y, reach.Speed, number + 1);
        }

        if (Math.Abs(point.X) > sides.HalfLength - reach.Side)
        {
            AddSide(rows, robot, new(1d, 0d), sides.HalfLength - point.X, reach.Speed, number + 2);
            AddSide(rows, robot, new(-1d, 0d), sides.HalfLength + point.X, reach.Speed, number + 3);
        }
    }

    /// <summary>Adds the four rows on the speeds of one robot's wheels, in the velocity of its point.</summary>
    public void AddWheels(RowSet rows, int robot, in Pose pose)
    {
        var share = Platform.Legacy.BaseLength / (2d * _options.PointAhead);
        var scale = 1d / Math.Sqrt(1d + (share * share));
        var (along, across) = (scale * new Vector2D(pose.Cos, pose.Sin), scale * share * new Vector2D(-pose.Sin, pose.Cos));
        var bound = scale * Platform.MaxSpeed;
        var number = FirstSpeed + (2 * robot);
        rows.Add(SparseRow.Of(robot, along - across, bound, number));
        rows.Add(SparseRow.Of(robot, along + across, bound, number + 1));
        rows.Add(SparseRow.Of(robot, across - along, bound, number + (2 * _robots)));
        rows.Add(SparseRow.Of(robot, -1d * (along + across), bound, number + (2 * _robots) + 1));
    }

    private void AddSide(RowSet rows, int robot, Vector2D outwards, double distance, double speed, int number)
    {
        var h = distance - (_options.Radius / 2d);
        var bound = SidesGain * _options.Gain * h * h * h;
        if (bound < speed)
        {
            rows.Add(SparseRow.Of(robot, outwards, bound, number));
        }
    }

    private double Barrier(double distance)
    {
        var h = (distance * distance) - (_options.Radius * _options.Radius);
        return _options.Gain * h * h * h;
    }

    // |a|_1 of one robot's half of a pair's row, written in wheel speeds.
    private double WheelSum(in Pose pose, Vector2D apart)
    {
        var along = WheelShare * pose.Along(apart);
        var across = WheelShare * (2d * _options.PointAhead / Platform.Legacy.BaseLength) * pose.Across(apart);
        return 4d * Math.Max(Math.Abs(along), Math.Abs(across));
    }

    private double PairReach(double speed)
    {
        // At distance D the row is violated at most where Gain h^3 < D (4 speed + disturbance), h = D^2 - R^2.
        var share = WheelShare * Math.Max(1d, 2d * _options.PointAhead / Platform.Legacy.BaseLength);
        var slope = (4d * speed) + (_options.WheelDisturbance * 8d * share);
        var (low, high) = (_options.Radius, _options.Radius + 1d);
        while (Barrier(high) < slope * high)
        {
            high *= 2d;
        }

        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2d;
            (low, high) = Barrier(middle) < slope * middle ? (middle, high) : (low, middle);
        }

        return high;
    }
}
