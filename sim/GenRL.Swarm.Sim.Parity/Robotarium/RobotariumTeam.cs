using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>A team under one simulator's rules, as the files drive it.</summary>
internal sealed class RobotariumTeam(RobotariumRules rules, int robots)
{
    private readonly Twist[] _applied = new Twist[robots];

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

    /// <summary>One step.</summary>
    public void Step(ReadOnlySpan<Twist> commands)
    {
        for (var i = 0; i < robots; i++)
        {
            _applied[i] = rules.Platform.Saturate(commands[i]);
        }

        Counters.Count(rules.Platform, Arena.Testbed, Poses, rules.CountsCommandsAsSet ? commands : _applied);
        UnicycleDynamics.Step(Poses, _applied);
    }
}
