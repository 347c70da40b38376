namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// Certifies a team's commands: the nearest ones that keep every barrier (<see cref="CertificateOptions"/>), as an exact quadratic program.
/// Where there are none, all robots are stopped, as the simulators do. Allocates nothing but for growth to the most crowded scene. Not thread-safe.
/// </summary>
/// <remarks>
/// Robots are first limited one by one; where that violates no other row it is the solution. Otherwise the robots that rows tie together are
/// solved group by group. Rows that cannot be violated within a speed are not written down: the certificate's own limit, or, where it has none,
/// a guess that is raised and the program solved again if the solution turns out to be faster. So the solution is that of the whole program.
/// Wheel speeds are brought to the velocity of the robot's point, in which the objective's Hessian is the identity.
/// </remarks>
internal sealed class BarrierCertificate
{
    private const double FirstGuess = 0.25;
    private const double FarAway = 1e30;

    private readonly CertificateOptions _options;
    private readonly int _robots;
    private readonly Octagon? _octagon;
    private readonly RowBuilder _builder;
    private readonly RowSet _rows;
    private readonly GroupSolver _solver;
    private readonly RowReach _reach;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly Vector2D[] _wished;
    private readonly Vector2D[] _velocities;
    private readonly OctagonFaces[] _faces;
    private readonly bool[] _violated;
    private readonly int[] _active;
    private readonly int[] _near;
    private int _activeCount;

    /// <summary>A certificate of <paramref name="robots"/> robots.</summary>
    public BarrierCertificate(CertificateOptions options, int robots)
    {
        (_options, _robots) = (options, robots);
        _builder = new RowBuilder(options, robots);
        _rows = new RowSet(robots);
        _octagon = options.Speed is SpeedLimit.Octagon or SpeedLimit.OctagonOpenAlongX
            ? new Octagon(Platform.MaxSpeed, options.Speed == SpeedLimit.OctagonOpenAlongX)
            : null;
        _solver = new GroupSolver(_rows, _octagon, _builder.FirstSpeed, robots);
        _reach = _builder.Reach(options.Speed switch
        {
            SpeedLimit.Beforehand => FirstGuess,
            SpeedLimit.Wheels => Platform.MaxSpeed,
            _ => _octagon!.Value.Reach,
        });
        var padded = robots + Nearness.Width;
        (_x, _y) = (new double[padded], new double[padded]);
        _x.AsSpan(robots).Fill(FarAway);
        (_wished, _velocities, _faces, _violated) = (new Vector2D[robots], new Vector2D[robots], new OctagonFaces[robots], new bool[robots]);
        (_active, _near) = (new int[2 * robots], new int[padded]);
    }

    /// <summary>What the programs came to since this was made.</summary>
    public CertificateTally Tally { get; private set; }

    /// <summary>Rows of the whole program, those that were left out included.</summary>
    public int RowCount => _builder.Rows;

    /// <summary>The certified velocities of the points at the last solution, m/s.</summary>
    public ReadOnlySpan<Vector2D> Velocities => _velocities;

    /// <summary>By how much the last solution violates the row that it violates most, m/s; 0 where it violates none.</summary>
    public double Residual
    {
        get
        {
            var residual = 0d;
            foreach (ref readonly var row in _rows.Rows)
            {
                residual = Math.Max(residual, row.Excess(_velocities));
            }

            foreach (var velocity in _velocities)
            {
                residual = Math.Max(residual, _octagon?.Worst(velocity).Excess ?? 0d);
            }

            return residual;
        }
    }

    /// <summary>The distance of axles within which pairs' rows are usually written down, m.</summary>
    public double PairReach => _reach.Pair + (2d * _options.PointAhead);

    /// <summary>Numbers of the rows that are active at the last solution, in no order: pairs, sides, speed.</summary>
    public ReadOnlySpan<int> ActiveRows => _active.AsSpan(0, _activeCount);

    /// <summary>Certifies unicycles' commands.</summary>
    /// <param name="poses">Where they stand.</param>
    /// <param name="wished">One per robot.</param>
    /// <param name="certified">Written; may be <paramref name="wished"/>.</param>
    /// <param name="neighbours">Lists of who may be near whom, to speed it up; may be null.</param>
    public SolveStatus Certify(Poses poses, ReadOnlySpan<Twist> wished, Span<Twist> certified, Neighbours? neighbours = null)
    {
        if (_options.NeedsTwo && _robots < 2)
        {
            wished.CopyTo(certified);
            return SolveStatus.Solved;
        }

        var ahead = _options.PointAhead;
        for (var i = 0; i < _robots; i++)
        {
            var (forward, across) = (wished[i].Speed, ahead * wished[i].Turn);
            var (cos, sin) = (poses.Cos[i], poses.Sin[i]);
            (_x[i], _y[i]) = (poses.X[i] + (ahead * cos), poses.Y[i] + (ahead * sin));
            _wished[i] = new Vector2D((cos * forward) - (sin * across), (sin * forward) + (cos * across));
        }

        var status = Solve(_options.Speed == SpeedLimit.Wheels ? poses : null, neighbours);
        for (var i = 0; i < _robots; i++)
        {
            var (cos, sin) = (poses.Cos[i], poses.Sin[i]);
            var velocity = _velocities[i];
            var turn = ((cos * velocity.Y) - (sin * velocity.X)) / ahead;
            certified[i] = new Twist((cos * velocity.X) + (sin * velocity.Y), _options.LimitsTurn ? Math.Clamp(turn, -Math.PI, Math.PI) : turn);
        }

        return status;
    }

    /// <summary>Certifies points' velocities.</summary>
    /// <param name="points">Where they are, m.</param>
    /// <param name="wished">One per point, m/s.</param>
    /// <param name="certified">Written; may be <paramref name="wished"/>.</param>
    public SolveStatus Certify(ReadOnlySpan<Vector2D> points, ReadOnlySpan<Vector2D> wished, Span<Vector2D> certified)
    {
        if (_options.NeedsTwo && _robots < 2)
        {
            wished.CopyTo(certified);
            return SolveStatus.Solved;
        }

        for (var i = 0; i < _robots; i++)
        {
            (_x[i], _y[i]) = (points[i].X, points[i].Y);
            _wished[i] = wished[i];
        }

        var status = Solve(null, null);
        _velocities.CopyTo(certified);
        return status;
    }

    private SolveStatus Solve(Poses? poses, Neighbours? neighbours)
    {
        if (_options.Speed == SpeedLimit.Beforehand)
        {
            foreach (ref var wish in _wished.AsSpan())
            {
                wish = wish.CappedTo(Platform.MaxSpeed);
            }
        }

        var reach = _reach;
        var status = SolveWithin(reach, poses, neighbours);
        while (status == SolveStatus.Solved && _options.Speed == SpeedLimit.Beforehand && Fastest() is var fastest && fastest > reach.Speed)
        {
            reach = _builder.Reach(2d * fastest);
            status = SolveWithin(reach, poses, neighbours);
        }

        if (status != SolveStatus.Solved)
        {
            _velocities.AsSpan().Clear();
            _activeCount = 0;
        }

        Tally = new CertificateTally(
            Tally.Solves + 1,
            Tally.Infeasible + (status == SolveStatus.Infeasible ? 1 : 0),
            Tally.GivenUp + (status == SolveStatus.GivenUp ? 1 : 0),
            Tally.ActiveRows + _activeCount);
        return status;
    }

    // Solves with all rows that can be violated by velocities up to a speed.
    private SolveStatus SolveWithin(in RowReach reach, Poses? poses, Neighbours? neighbours)
    {
        _activeCount = 0;
        _rows.Clear();
        if (!AddPairs(reach.Pair, poses, neighbours))
        {
            return SolveStatus.Infeasible;
        }

        for (var i = 0; i < _robots; i++)
        {
            _builder.AddSides(_rows, i, new(_x[i], _y[i]), reach);
            if (poses is not null)
            {
                _builder.AddWheels(_rows, i, poses[i]);
            }
        }

        LimitOneByOne();
        if (!AnyViolated())
        {
            for (var i = 0; i < _robots; i++)
            {
                CountFaces(i);
            }

            return SolveStatus.Solved;
        }

        return SolveGroups();
    }

    private bool AddPairs(double reach, Poses? poses, Neighbours? neighbours)
    {
        // Points may be nearer than axles by what both lie ahead.
        var lists = neighbours is not null && reach + (2d * _options.PointAhead) <= neighbours.Radius ? neighbours : null;
        for (var i = 0; i < _robots - 1; i++)
        {
            var count = Nearness.Find(_x, _y, i, i + 1, reach, lists, _near);
            foreach (var other in _near.AsSpan(0, count))
            {
                if (!AddPair(i, other, poses))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // False for points on one spot: their row asks that nothing be less than a negative number.
    private bool AddPair(int first, int second, Poses? poses)
    {
        var apart = new Vector2D(_x[first] - _x[second], _y[first] - _y[second]);
        if (apart == default)
        {
            return false;
        }

        _rows.Add(_builder.Pair(first, second, apart, poses));
        return true;
    }

    private void LimitOneByOne()
    {
        if (_octagon is not { } octagon)
        {
            _wished.CopyTo(_velocities, 0);
            return;
        }

        for (var i = 0; i < _robots; i++)
        {
            _velocities[i] = octagon.Project(_wished[i], out _faces[i]);
        }
    }

    private bool AnyViolated()
    {
        foreach (ref readonly var row in _rows.Rows)
        {
            if (row.Excess(_velocities) > GroupSolver.Tolerance)
            {
                return true;
            }
        }

        return false;
    }

    private SolveStatus SolveGroups()
    {
        _rows.Group();
        _violated.AsSpan().Clear();
        foreach (ref readonly var row in _rows.Rows)
        {
            if (row.Excess(_velocities) > GroupSolver.Tolerance)
            {
                _violated[_rows.GroupOf(row.First)] = true;
            }
        }

        for (var i = 0; i < _robots; i++)
        {
            if (_violated[i])
            {
                var status = _solver.Solve(i, _wished, _velocities);
                if (status != SolveStatus.Solved)
                {
                    return status;
                }

                foreach (ref readonly var row in _solver.ActiveRows)
                {
                    Activate(row.Number);
                }
            }
            else if (!_violated[_rows.GroupOf(i)])
            {
                CountFaces(i);
            }
        }

        return SolveStatus.Solved;
    }

    private double Fastest()
    {
        var fastest = 0d;
        foreach (var velocity in _velocities)
        {
            fastest = Math.Max(fastest, velocity.Length);
        }

        return fastest;
    }

    private void CountFaces(int robot)
    {
        if (_octagon is null)
        {
            return;
        }

        var number = _builder.FirstSpeed + (8 * robot);
        var (first, second) = _faces[robot];
        if (first >= 0)
        {
            Activate(number + first);
        }

        if (second >= 0)
        {
            Activate(number + second);
        }
    }

    // No more rows than velocities' components are independent.
    private void Activate(int number) => _active[_activeCount++] = number;
}
