namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>Maps between the velocity of a point and a unicycle's command.</summary>
internal static class UnicycleMaps
{
    /// <summary>The usual gain of <see cref="Steer"/> on turns: a quarter turn's error turns so fast, rad/s.</summary>
    public const double UsualTurn = Math.PI;

    /// <summary>Version 2.0's si_to_uni_dynamics: drives with the part of the velocity that points ahead, turns towards it.</summary>
    /// <param name="pose">The robot's.</param>
    /// <param name="velocity">The axle's wished velocity, m/s.</param>
    /// <param name="gain">On speed.</param>
    /// <param name="turn">rad/s for an error of a quarter turn.</param>
    public static Twist Steer(in Pose pose, Vector2D velocity, double gain = 1d, double turn = UsualTurn)
    {
        // Adding zero takes the sign from a zero, as upstream's dot product does: who need not move does not turn.
        var along = pose.Along(velocity) + 0d;
        return new Twist(gain * along, turn * Math.Atan2(pose.Across(velocity), along) / (Math.PI / 2d));
    }

    /// <summary>The older si_to_uni_dynamics, also under the name with backwards motion: the angle is taken after the gain on speed.</summary>
    /// <inheritdoc cref="Steer"/>
    public static Twist SteerLegacy(in Pose pose, Vector2D velocity, double gain = 1d, double turn = UsualTurn)
    {
        var speed = gain * pose.Along(velocity);
        return new Twist(speed, turn * Math.Atan2(pose.Across(velocity), speed) / (Math.PI / 2d));
    }

    /// <summary>Version 2.0's si_to_uni_dynamics_with_backwards_motion: reverses where that needs the smaller turn.</summary>
    /// <inheritdoc cref="Steer"/>
    public static Twist SteerEitherWay(in Pose pose, Vector2D velocity, double gain = 1d, double turn = UsualTurn)
    {
        var error = Angle.Wrap(Math.Atan2(velocity.Y, velocity.X) - pose.Heading);
        var way = Math.Abs(error) < Math.PI / 2d ? 1d : -1d;
        var speed = (gain * way * pose.Along(velocity)) + 0d;
        return new Twist(way * speed, turn * Math.Atan2(way * pose.Across(velocity), speed) / (Math.PI / 2d));
    }

    /// <summary>The command that moves the point <paramref name="distance"/> metres ahead with <paramref name="velocity"/> (si_to_uni_mapping).</summary>
    public static Twist FromPoint(in Pose pose, Vector2D velocity, double distance) =>
        new(pose.Along(velocity), pose.Across(velocity) / distance);

    /// <summary>The older si_to_uni_mapping: <see cref="FromPoint"/>, the turn limited to pi rad/s either way.</summary>
    public static Twist FromPointLegacy(in Pose pose, Vector2D velocity, double distance)
    {
        var twist = FromPoint(pose, velocity, distance);
        return twist with { Turn = Math.Clamp(twist.Turn, -Math.PI, Math.PI) };
    }

    /// <summary>The velocity of the point <paramref name="distance"/> metres ahead under <paramref name="twist"/> (uni_to_si_dynamics).</summary>
    public static Vector2D ToPoint(in Pose pose, Twist twist, double distance)
    {
        var across = distance * twist.Turn;
        return new Vector2D((pose.Cos * twist.Speed) - (pose.Sin * across), (pose.Sin * twist.Speed) + (pose.Cos * across));
    }
}
