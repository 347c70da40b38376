using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Experience;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// Writes what the policy would see at a logged moment. Age and confidence of messages are drawn as in training, because a log of
/// way-points does not keep them.
/// </summary>
internal sealed class MomentObserver(int slots, Hearing hearing, RandomStream random)
{
    /// <summary>What was seen last: one row.</summary>
    public ObservationBatch Batch { get; } = new(1, slots);

    /// <summary>Looks.</summary>
    /// <param name="moment">Where and when.</param>
    /// <param name="told">The robot's own told path as of then, [H], metres.</param>
    public void Look(LoggedMoment moment, ReadOnlySpan<Vector2> told)
    {
        var (track, t) = moment;
        var (position, velocity) = (track.Positions[t], track.Velocities[t]);
        ObservationWriter.Ego(position, velocity, track.Goals[t], track.Commands[t - 1], track.Radius, told, Batch.Ego);
        ObservationWriter.Lidar(track.Ranges.AsSpan(t * PlanShape.LidarSectors, PlanShape.LidarSectors), Batch.Lidar);
        for (var s = 0; s < Batch.Slots; s++)
        {
            var block = Batch.Neighbours.AsSpan(s * ObservationShape.Neighbour, ObservationShape.Neighbour);
            var at = (s * track.Ticks) + t;
            Batch.Mask[s] = track.Present[at] ? 1f : 0f;
            if (track.Present[at])
            {
                ObservationWriter.Neighbour(position, velocity, View(track, at), block);
            }
            else
            {
                block.Clear();
            }
        }
    }

    private NeighbourView View(RobotTrack track, int at)
    {
        var heard = track.HasMessage[at];
        var age = random.NextSingle(hearing.LeastAge, hearing.MostAge);
        var confidence = random.NextSingle(hearing.LeastConfidence, 1f);
        return new NeighbourView(
            track.NeighbourPositions[at], track.NeighbourVelocities[at], track.Radius, heard, heard ? age : 0f, heard ? confidence : 0f,
            track.Waypoints[3 * at], track.Waypoints[(3 * at) + 1], track.Waypoints[(3 * at) + 2], track.NeighbourGoals[at]);
    }
}
