using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>A team under one simulator's rules, as the files drive it.</summary>
internal sealed class RobotariumTeam(RobotariumRules rules, int robots)
{
    // Wheels so near their limit (rad/s) exceed it or not by rounding alone: certificates drive them there on purpose.
    private const double Rounding = 1e-6;

    private readonly Twist[] _applied = new Twist[robots];
    private readonly Twist[] _counted = new Twist[robots];

    /// <summary>Where the robots stand.</summary>
    public Poses Poses { get; } = new(robots);

    /// <summary>What was violated.</summary>
    public SafetyCounters Counters { get; } = new(robots);

    /// <summary>What the robots did in the last step.</summary>
    public ReadOnlySpan<Twist> Applied => _applied;

    /// <summary>Puts the robots on stored poses: rows x, y, heading.</summary>
    public void Place(double[][] poses)
    {
        for (var i = 0; i < robots; i++)
        {
            Poses.Place(i, poses[0][i], poses[1][i], poses[2][i]);
        }
    }

    /// <summary>Steps of which rounding alone decides whether a command exceeded the wheels' limit.</summary>
    public int StepsAtLimit { get; private set; }

    /// <summary>One step.</summary>
    /// <param name="commands">What the robots are told.</param>
    /// <param name="counted">The commands on which violations are counted: the same, or to the last bit those of the file.</param>
    public void Step(ReadOnlySpan<Twist> commands, ReadOnlySpan<Twist> counted)
    {
        var fastest = 0d;
        for (var i = 0; i < robots; i++)
        {
            _applied[i] = rules.Platform.Saturate(commands[i]);
            _counted[i] = rules.CountsCommandsAsSet ? counted[i] : rules.Platform.Saturate(counted[i]);
            fastest = Math.Max(fastest, rules.Platform.FasterWheel(_counted[i]));
        }

        StepsAtLimit += Math.Abs(fastest - Platform.MaxWheelSpeed) < Rounding ? 1 : 0;
        Counters.Count(rules.Platform, Arena.Testbed, Poses, _counted);
        UnicycleDynamics.Step(Poses, _applied);
    }
}
