using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Orders;

/// <summary>A <see cref="Floor"/> as orders and configurations write it.</summary>
// Settable, not init: the generated JSON reader gives an init property that is missing its type's default, not this one's.
public sealed record FloorOrder
{
    /// <summary>tau, seconds.</summary>
    public float TimeConstantS { get; set; } = ActuatorModel.Nominal.TimeConstant;

    /// <summary>The gain matrix: xx, xy, yx, yy.</summary>
    public IReadOnlyList<float> Gain { get; set; } = [1f, 0f, 0f, 1f];

    /// <summary>Command delay, seconds; rounded to control steps of 20 ms.</summary>
    public float DelayS { get; set; }

    /// <summary>Constant drift x, y, metres per second.</summary>
    public IReadOnlyList<float> BiasMps { get; set; } = [0f, 0f];

    /// <summary>Noise of the measured own position, standard deviation, metres.</summary>
    public float PositionNoiseM { get; set; } = Floor.Nominal.PositionNoise;

    /// <summary>Noise of the measured own velocity, standard deviation, metres per second.</summary>
    public float VelocityNoiseMps { get; set; } = Floor.Nominal.VelocityNoise;

    /// <summary>Commands up to this do nothing, metres per second.</summary>
    public float DeadZoneMps { get; set; }

    /// <summary>Gains of the left and the right wheel.</summary>
    public IReadOnlyList<float> WheelGain { get; set; } = [1f, 1f];

    /// <summary>The wheel base that robots turn with over the one that they compute with.</summary>
    public float WheelBaseScale { get; set; } = 1f;

    /// <summary>How <paramref name="floor"/> is written.</summary>
    public static FloorOrder Of(Floor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var a = floor.Actuators;
        return new FloorOrder
        {
            TimeConstantS = a.TimeConstant,
            Gain = [a.GainXX, a.GainXY, a.GainYX, a.GainYY],
            DelayS = a.Delay,
            BiasMps = [a.Bias.X, a.Bias.Y],
            PositionNoiseM = floor.PositionNoise,
            VelocityNoiseMps = floor.VelocityNoise,
            DeadZoneMps = floor.Drive.DeadZone,
            WheelGain = [floor.Drive.LeftGain, floor.Drive.RightGain],
            WheelBaseScale = floor.Drive.WheelBaseScale,
        };
    }

    /// <summary>The floor.</summary>
    /// <exception cref="ArgumentException">A list has the wrong length; the message names it.</exception>
    public Floor ToFloor()
    {
        var (gain, bias) = (Exactly(4, Gain, "gain"), Exactly(2, BiasMps, "bias_mps"));
        var actuators = new ActuatorModel(TimeConstantS, gain[0], gain[1], gain[2], gain[3], DelayS, new Vector2(bias[0], bias[1]));
        var wheels = Exactly(2, WheelGain, "wheel_gain");
        var drive = new DriveModel { DeadZone = DeadZoneMps, LeftGain = wheels[0], RightGain = wheels[1], WheelBaseScale = WheelBaseScale };
        return new Floor(actuators, PositionNoiseM, VelocityNoiseMps) { Drive = drive };
    }

    private static IReadOnlyList<float> Exactly(int count, IReadOnlyList<float>? list, string what) =>
        list?.Count == count ? list : throw new ArgumentException($"floor: must hold {count} numbers", what);
}
