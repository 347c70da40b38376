namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>Solves the program of one group of robots that rows tie together: enforces the row that is violated most until none is.</summary>
/// <param name="rows">The rows, grouped.</param>
/// <param name="octagon">Limits each robot's speed, without rows; null for none.</param>
/// <param name="firstSpeed">Number of the octagons' first row; eight per robot.</param>
/// <param name="robots">Number of robots.</param>
internal sealed class GroupSolver(RowSet rows, Octagon? octagon, int firstSpeed, int robots)
{
    /// <summary>By how much a row may be violated, m/s.</summary>
    public const double Tolerance = 1e-12;

    // Steps that a program may take: a hard one takes about two per robot.
    private const int Steps = 64;
    private const int StepsPerRobot = 32;

    private readonly DualActiveSet _solver = new(robots);

    /// <summary>The rows that are active at the last solution.</summary>
    public ReadOnlySpan<SparseRow> ActiveRows => _solver.Rows;

    /// <summary>Solves.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="wished">All robots' wished velocities.</param>
    /// <param name="velocities">Written for the group's robots.</param>
    public SolveStatus Solve(int group, ReadOnlySpan<Vector2D> wished, Span<Vector2D> velocities)
    {
        _solver.Start(Steps + (StepsPerRobot * Wish(group, wished, velocities)));
        while (FindWorst(group, velocities, out var row))
        {
            var status = _solver.Enforce(row, velocities);
            if (status != SolveStatus.Solved)
            {
                return status;
            }
        }

        Wish(group, wished, velocities);
        _solver.Polish(wished, velocities);
        return SolveStatus.Solved;
    }

    // Gives the group's robots what they wish; returns how many they are.
    private int Wish(int group, ReadOnlySpan<Vector2D> wished, Span<Vector2D> velocities)
    {
        var count = 0;
        for (var i = rows.FirstMember(group); i >= 0; i = rows.NextMember(i))
        {
            velocities[i] = wished[i];
            count++;
        }

        return count;
    }

    private bool FindWorst(int group, ReadOnlySpan<Vector2D> velocities, out SparseRow worst)
    {
        var (excess, place) = (Tolerance, -1);
        for (var k = rows.FirstRow(group); k >= 0; k = rows.NextRow(k))
        {
            ref readonly var row = ref rows.Row(k);
            var candidate = row.Excess(velocities);
            // Where bounds are great, so is the rounding of what is compared with them.
            if (candidate > excess && candidate > Tolerance * Math.Abs(row.Bound))
            {
                (excess, place) = (candidate, k);
            }
        }

        if (octagon is { } limit && FindFastest(limit, group, velocities, ref excess, out worst))
        {
            return true;
        }

        worst = place < 0 ? default : rows.Row(place);
        return place >= 0;
    }

    // A row on speed that is violated by more than the excess, and most of all.
    private bool FindFastest(in Octagon limit, int group, ReadOnlySpan<Vector2D> velocities, ref double excess, out SparseRow worst)
    {
        var (robot, face) = (-1, -1);
        for (var i = rows.FirstMember(group); i >= 0; i = rows.NextMember(i))
        {
            var (candidateFace, candidate) = limit.Worst(velocities[i]);
            if (candidate > excess)
            {
                (excess, robot, face) = (candidate, i, candidateFace);
            }
        }

        worst = robot < 0 ? default : limit.Row(robot, face, firstSpeed + (8 * robot));
        return robot >= 0;
    }
}
