namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>How <see cref="HybridPoseController"/> drives; the defaults are version 2.0's.</summary>
internal sealed record HybridPoseOptions
{
    /// <summary>The older simulator's.</summary>
    public static HybridPoseOptions Legacy { get; } =
        new() { SpeedGain = 1d, PositionError = 0.05, PositionMargin = 0.03, AngleAfterGain = true };

    /// <summary>On speed.</summary>
    public double SpeedGain { get; init; } = 0.8;

    /// <summary>1/s, on the heading's error once arrived.</summary>
    public double TurnGain { get; init; } = 2d;

    /// <summary>m/s, before the gain.</summary>
    public double MaxSpeed { get; init; } = 0.15;

    /// <summary>rad/s for an error of a quarter turn while approaching.</summary>
    public double MaxTurn { get; init; } = Math.PI;

    /// <summary>m from the goal beyond which a turning robot approaches again.</summary>
    public double PositionError { get; init; } = 0.03;

    /// <summary>m by which an approaching robot comes nearer than that.</summary>
    public double PositionMargin { get; init; } = 0.01;

    /// <summary>rad within which the heading is right.</summary>
    public double RotationError { get; init; } = 0.05;

    /// <summary>Whether steering takes the angle after the gain, as the older simulator does.</summary>
    public bool AngleAfterGain { get; init; }
}
