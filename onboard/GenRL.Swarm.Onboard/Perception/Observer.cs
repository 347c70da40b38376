using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Teammates;

namespace GenRL.Swarm.Onboard.Perception;

/// <summary>
/// First stage: sensors and messages become what the models can be told. sensor frame, heard frames -> neighbour views, lidar sectors,
/// obstacle points. Allocates nothing.
/// </summary>
internal sealed class Observer
{
    /// <summary>A plan reaches 1 s at full speed, the clearance and a radius: things further away cannot cost anything.</summary>
    private const float Reach = 1.5f;

    private readonly NeighbourTable _table;
    private readonly FrameCounters _frames;

    public Observer(RobotId self, FrameCounters frames)
    {
        _table = new NeighbourTable(self);
        _frames = frames;
    }

    /// <summary>Fills <paramref name="scratch"/> and the record's list of attended neighbours.</summary>
    public void Observe(SensorFrame sensors, Stamp now, IntentionTokens tokens, TickRecord record, TickScratch scratch)
    {
        _table.Sense(sensors);
        for (var i = 0; i < record.HeardCount; i++)
        {
            var error = _table.Hear(record.Heard[i], out var sender);
            _frames.Count(error);
            if (error == FrameError.None)
            {
                IntentionReader.ReadTokens(sender!, record.Heard[i].Sender?.Codebook, tokens);
            }
        }

        _table.Attend(sensors, now, scratch.Changed);
        scratch.NeighbourCount = 0;
        for (var slot = 0; slot < PlanShape.Neighbours; slot++)
        {
            View(slot, now, record, scratch);
        }

        record.AttendedCount = Array.LastIndexOf(scratch.Present, true) + 1;
        LidarSectors.Pool(sensors, scratch.Sectors);
        scratch.ObstacleCount = LidarSectors.Points(sensors.Ego.Position, scratch.Sectors, sensors.MaxRange, Reach, scratch.Obstacles);
    }

    private void View(int slot, Stamp now, TickRecord record, TickScratch scratch)
    {
        var neighbour = _table.Slots[slot];
        scratch.Present[slot] = neighbour is not null;
        if (neighbour is null)
        {
            scratch.Views[slot] = default;
            record.Attended[slot] = default;
            return;
        }

        IntentionReader.CrossCheck(neighbour, now);
        var view = IntentionReader.View(neighbour, now);
        scratch.Views[slot] = view;
        scratch.NeighbourCount++;
        record.Attended[slot] = new AttendedNeighbour(
            true, neighbour.Id, view.Position, view.Velocity, view.HasMessage, view.MessageAge, view.At05, view.At10, view.At15, view.Goal);
    }
}
