using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Floors;

/// <summary>What the ground does to a robot: to its commands, and to what it measures of itself. A robot is never told.</summary>
/// <param name="Actuators">How a commanded velocity becomes motion.</param>
/// <param name="PositionNoise">Standard deviation of the measured own position, per axis, metres.</param>
/// <param name="VelocityNoise">Standard deviation of the measured own velocity, per axis, metres per second.</param>
public sealed record Floor(ActuatorModel Actuators, float PositionNoise = 0.004f, float VelocityNoise = 0.008f)
{
    /// <summary>The floor that the shipped models were trained on, with the measurement noise that every floor has.</summary>
    public static Floor Nominal { get; } = new(ActuatorModel.Nominal);

    /// <summary>A sluggish, late floor that turns every command by 35 degrees, as a bent compass would: tau 0.6 s, gain 1, delay 0.2 s.</summary>
    public static Floor SteelHall { get; } = new(ActuatorModel.Rotated(0.6f, 1f, 35f * MathF.PI / 180f, 0.2f));

    /// <summary>What the wheels make of what they are told. Default perfect.</summary>
    public DriveModel Drive { get; init; } = DriveModel.Perfect;

    /// <summary>This floor, if a world can be made of it.</summary>
    /// <param name="longestDelay">The longest delay that the world can hold, control steps.</param>
    /// <exception cref="ArgumentException">A number makes no sense; the message names it.</exception>
    internal Floor Checked(int longestDelay)
    {
        var a = Actuators;
        Require(a.TimeConstant > 0f && float.IsFinite(a.TimeConstant), nameof(a.TimeConstant), "must be positive");
        Require(float.IsFinite(a.GainXX + a.GainXY + a.GainYX + a.GainYY), "Gain", "must be finite");
        Require(float.IsFinite(a.Bias.X + a.Bias.Y), nameof(a.Bias), "must be finite");
        Require(a.Delay >= 0f && a.Delay <= longestDelay * PlanShape.StepSeconds, nameof(a.Delay), $"must lie between 0 and {longestDelay} control steps");
        Require(PositionNoise >= 0f && float.IsFinite(PositionNoise), nameof(PositionNoise), "must not be negative");
        Require(VelocityNoise >= 0f && float.IsFinite(VelocityNoise), nameof(VelocityNoise), "must not be negative");
        Require(Drive.DeadZone >= 0f && float.IsFinite(Drive.DeadZone), nameof(Drive.DeadZone), "must not be negative");
        Require(float.IsFinite(Drive.LeftGain), nameof(Drive.LeftGain), "must be finite");
        Require(float.IsFinite(Drive.RightGain), nameof(Drive.RightGain), "must be finite");
        Require(Drive.WheelBaseScale > 0f && float.IsFinite(Drive.WheelBaseScale), nameof(Drive.WheelBaseScale), "must be positive");
        return this;

        static void Require(bool condition, string what, string rule)
        {
            if (!condition)
            {
                throw new ArgumentException($"floor: {rule}", what);
            }
        }
    }

    /// <summary>The command delay in control steps, rounded.</summary>
    internal static int DelaySteps(ActuatorModel actuators) => (int)MathF.Round(actuators.Delay / PlanShape.StepSeconds);
}
