using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>A holonomic robot: gain matrix, time constant, delay, dead zone of each axis, constant drift.</summary>
internal sealed class HolonomicModel(RobotBody body) : IPlantModel
{
    private const double GainScale = 0.2;

    public IReadOnlyList<Unknown> Unknowns { get; } =
    [
        new("gain_xx", 1, GainScale, -3, 3, 0.01),
        new("gain_xy", 0, GainScale, -3, 3, 0.01),
        new("gain_yx", 0, GainScale, -3, 3, 0.01),
        new("gain_yy", 1, GainScale, -3, 3, 0.01),
        new("time_constant_s", 0.25, 0.125, 0.01, 3, 0.005),
        new("delay_s", 0, 0.06, 0, FlightWindow.LongestDelay * 0.02, 0.004),
        new("dead_zone_mps", 0, 0.05, 0, 0.5, 0.004),
        new("bias_x_mps", 0, 0.1, -1, 1, 0.01),
        new("bias_y_mps", 0, 0.1, -1, 1, 0.01),
    ];

    public int Delay => 5;

    public int StartNumbers => 2;

    public int Channels => 4;

    public Floor ToFloor(ReadOnlySpan<double> values) => new(new ActuatorModel(
        (float)values[4], (float)values[0], (float)values[1], (float)values[2], (float)values[3], (float)values[5],
        new Vector2((float)values[7], (float)values[8])))
    {
        Drive = new DriveModel { DeadZone = (float)values[6] },
    };

    public FloorRange ToRange(IReadOnlyList<ValueRange?> ranges) => new()
    {
        GainXX = ranges[0],
        GainXY = ranges[1],
        GainYX = ranges[2],
        GainYY = ranges[3],
        TimeConstant = ranges[4],
        Delay = ranges[5],
        DeadZone = ranges[6],
        BiasX = ranges[7],
        BiasY = ranges[8],
    };

    public Plant ToPlant(ReadOnlySpan<double> values) => new(body, ToFloor(values), values[5]);

    public void Move(ref RobotState state, int number, double amount) =>
        state.Velocity += number == 0 ? new Vector2((float)amount, 0f) : new Vector2(0f, (float)amount);
}
