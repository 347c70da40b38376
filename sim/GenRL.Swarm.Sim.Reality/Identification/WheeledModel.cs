using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>
/// A differential drive: gain of each wheel, time constant, delay, dead zone of the wheels, wheel base, and by how much every command is turned, as by
/// a bent compass.
/// </summary>
internal sealed class WheeledModel(RobotBody body) : IPlantModel
{
    public IReadOnlyList<Unknown> Unknowns { get; } =
    [
        new("gain_left", 1, 0.2, -3, 3, 0.01),
        new("gain_right", 1, 0.2, -3, 3, 0.01),
        new("time_constant_s", 0.25, 0.125, 0.01, 3, 0.005),
        new("delay_s", 0, 0.06, 0, FlightWindow.LongestDelay * 0.02, 0.004),
        new("dead_zone_mps", 0, 0.05, 0, 0.5, 0.004),
        new("wheel_base_m", body.WheelBase, 0.25 * body.WheelBase, 0.2 * body.WheelBase, 5 * body.WheelBase, 0.01 * body.WheelBase),
        new("command_turn_rad", 0, 0.1, -Math.PI, Math.PI, 0.01),
    ];

    public int Delay => 3;

    public int StartNumbers => 3;

    public int Channels => 6;

    public Floor ToFloor(ReadOnlySpan<double> values) =>
        new(ActuatorModel.Rotated((float)values[2], 1f, (float)values[6], (float)values[3]))
        {
            Drive = new DriveModel
            {
                LeftGain = (float)values[0],
                RightGain = (float)values[1],
                DeadZone = (float)values[4],
                WheelBaseScale = (float)(values[5] / body.WheelBase),
            },
        };

    public FloorRange ToRange(IReadOnlyList<ValueRange?> ranges) => new()
    {
        LeftGain = ranges[0],
        RightGain = ranges[1],
        TimeConstant = ranges[2],
        Delay = ranges[3],
        DeadZone = ranges[4],
        WheelBaseScale = ranges[5] is { } metres ? new ValueRange(metres.Low / body.WheelBase, metres.High / body.WheelBase) : null,
        Turn = ranges[6],
    };

    public Plant ToPlant(ReadOnlySpan<double> values) => new(body, ToFloor(values), values[3]);

    public void Move(ref RobotState state, int number, double amount)
    {
        if (number == 0)
        {
            var before = Ahead(state.Heading);
            state.Heading += (float)amount;
            state.Position += before - Ahead(state.Heading);
        }
        else if (number == 1)
        {
            state.Left += (float)amount;
        }
        else
        {
            state.Right += (float)amount;
        }
    }

    private Vector2 Ahead(float heading)
    {
        var (sin, cos) = MathF.SinCos(heading);
        return new Vector2(cos, sin) * body.ControlPointOffset;
    }
}
