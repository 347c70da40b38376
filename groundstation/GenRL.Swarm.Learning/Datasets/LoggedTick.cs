using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>What learning keeps of one tick record.</summary>
internal sealed record LoggedTick(
    ulong Run, RobotId Robot, TickNumber Number, Stamp Now, TickFault Fault, Vector2 Position, Vector2 Velocity, Vector2 Executed, Vector2 Goal, float MaxRange)
{
    public required Vector2[] Plan { get; init; }

    public required float[] Sectors { get; init; }

    public required AttendedNeighbour[] Attended { get; init; }

    /// <summary>One more than the highest slot in use.</summary>
    public int Slots => Array.FindLastIndex(Attended, neighbour => neighbour.Present) + 1;

    public static LoggedTick Of(RunHeader header, TickRecord record)
    {
        var sectors = new float[PlanShape.LidarSectors];
        LidarSectors.Pool(record.Sensors, sectors);
        return new LoggedTick(
            header.Seed, header.Robot, record.Tick, record.Now, record.Fault, record.Sensors.Ego.Position, record.Sensors.Ego.Velocity, record.Executed, record.Goal.Goal,
            record.Sensors.MaxRange)
        {
            Plan = [.. record.Plan], Sectors = sectors, Attended = [.. record.Attended],
        };
    }
}
