namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>
/// Counts what the Robotarium rejects an experiment for. Both simulators check before a step moves the robots; they differ in what they count:
/// the older one robots, the newer one steps and pairs. Both sums are kept.
/// </summary>
internal sealed class SafetyCounters(int robots)
{
    /// <summary>Axles of touching robots are apart by no more than their points and both offsets, m.</summary>
    public const double Reach = Platform.CollisionDiameter + (2d * Platform.CollisionOffset) + 1e-6;

    private readonly int[] _outside = new int[robots];
    private readonly int[] _touching = new int[robots];
    private readonly int[] _near = new int[robots + Nearness.Width];

    /// <summary>Steps in which each robot's axle was outside the arena.</summary>
    public ReadOnlySpan<int> Outside => _outside;

    /// <summary>Times that each robot touched another: per step, once for each other robot.</summary>
    public ReadOnlySpan<int> Touching => _touching;

    /// <summary>Steps in which any robot was outside.</summary>
    public int StepsOutside { get; private set; }

    /// <summary>Touching pairs, summed over steps.</summary>
    public int PairsTouching { get; private set; }

    /// <summary>Steps in which any command asked more of a wheel than it can.</summary>
    public int StepsExceeding { get; private set; }

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _outside.AsSpan().Clear();
        _touching.AsSpan().Clear();
        (StepsOutside, PairsTouching, StepsExceeding) = (0, 0, 0);
    }

    /// <summary>Counts one step, before it is taken.</summary>
    /// <param name="platform">Gives the wheels' speeds.</param>
    /// <param name="arena">Where robots should be.</param>
    /// <param name="poses">Before the step.</param>
    /// <param name="commands">
    /// What the check sees: in version 2.0 the commands as set, in the older one as limited, which the caller hands over accordingly.
    /// </param>
    /// <param name="neighbours">Lists of who may be near whom, to speed it up; may be null.</param>
    public void Count(Platform platform, Arena arena, Poses poses, ReadOnlySpan<Twist> commands, Neighbours? neighbours = null)
    {
        var (anyOutside, anyExceeding) = (false, false);
        for (var i = 0; i < poses.Count; i++)
        {
            var outside = !arena.Contains(poses.X[i], poses.Y[i]);
            _outside[i] += outside ? 1 : 0;
            anyOutside |= outside;
            anyExceeding |= platform.Exceeds(commands[i]);
        }

        StepsOutside += anyOutside ? 1 : 0;
        StepsExceeding += anyExceeding ? 1 : 0;
        CountTouching(poses, neighbours);
    }

    private void CountTouching(Poses poses, Neighbours? neighbours)
    {
        for (var i = 0; i < poses.Count - 1; i++)
        {
            var count = Nearness.Find(poses.X, poses.Y, i, i + 1, Reach, neighbours, _near);
            foreach (var other in _near.AsSpan(0, count))
            {
                CountTouching(poses, i, other);
            }
        }
    }

    private void CountTouching(Poses poses, int i, int j)
    {
        var apart = poses[i].Ahead(Platform.CollisionOffset) - poses[j].Ahead(Platform.CollisionOffset);
        if (apart.Length <= Platform.CollisionDiameter)
        {
            _touching[i]++;
            _touching[j]++;
            PairsTouching++;
        }
    }
}
