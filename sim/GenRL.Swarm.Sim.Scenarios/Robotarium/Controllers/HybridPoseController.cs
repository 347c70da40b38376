namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>Drives a robot straight to a point, then turns it (pose_controller_hybrid). Keeps the phase of each robot.</summary>
internal sealed class HybridPoseController
{
    private readonly HybridPoseOptions _options;
    private readonly bool[] _turning;

    /// <summary>A controller of <paramref name="robots"/> robots, all about to approach.</summary>
    public HybridPoseController(HybridPoseOptions options, int robots) => (_options, _turning) = (options, new bool[robots]);

    /// <summary>Phases: whether each robot has arrived and only turns.</summary>
    public Span<bool> Turning => _turning;

    /// <summary>The command of robot <paramref name="robot"/>; may change its phase.</summary>
    public Twist Control(int robot, in Pose pose, in Pose goal)
    {
        var error = goal.Position - pose.Position;
        var distance = error.Length;
        if (!_turning[robot] && distance > _options.PositionError - _options.PositionMargin)
        {
            var velocity = error.CappedTo(_options.MaxSpeed);
            return _options.AngleAfterGain
                ? UnicycleMaps.SteerLegacy(pose, velocity, _options.SpeedGain, _options.MaxTurn)
                : UnicycleMaps.Steer(pose, velocity, _options.SpeedGain, _options.MaxTurn);
        }

        var turn = Angle.Wrap(goal.Heading - pose.Heading);
        if (Math.Abs(turn) <= _options.RotationError)
        {
            return default;
        }

        _turning[robot] = distance <= _options.PositionError;
        return new Twist(0d, _options.TurnGain * turn);
    }
}
