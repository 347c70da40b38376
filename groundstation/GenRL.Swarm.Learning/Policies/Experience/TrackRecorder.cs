using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Datasets;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>Writes down what the robots of batched worlds live through, one track per robot.</summary>
internal sealed class TrackRecorder
{
    private readonly IBatchedWorlds _worlds;
    private readonly SwarmObserver _observer;
    private readonly RobotTrack[] _tracks;

    /// <summary>Tracks of <paramref name="ticks"/> ticks for every robot of <paramref name="worlds"/>.</summary>
    public TrackRecorder(IBatchedWorlds worlds, SwarmObserver observer, int ticks, float radius)
    {
        (_worlds, _observer) = (worlds, observer);
        _tracks = new RobotTrack[worlds.Worlds * worlds.Robots];
        for (var i = 0; i < _tracks.Length; i++)
        {
            _tracks[i] = new RobotTrack(ticks, observer.Slots) { MaxRange = worlds.MaxRange, Radius = radius };
        }
    }

    /// <summary>The tracks, robot by robot.</summary>
    public IReadOnlyList<RobotTrack> Tracks => _tracks;

    /// <summary>Writes down tick <paramref name="t"/>, before the worlds move on.</summary>
    /// <param name="t">The tick.</param>
    /// <param name="commands">What is about to be executed, one per robot.</param>
    /// <param name="plans">What the robots decided at this tick.</param>
    public void Record(int t, ReadOnlySpan<Vector2> commands, SwarmPlans plans)
    {
        for (var i = 0; i < _tracks.Length; i++)
        {
            var track = _tracks[i];
            track.Positions[t] = _worlds.Positions[i];
            track.Velocities[t] = _worlds.Velocities[i];
            track.Commands[t] = commands[i];
            track.Goals[t] = _worlds.Goals[i];
            plans.Plan(i).CopyTo(track.Plans.AsSpan(t * PlanShape.Horizon));
            _worlds.Ranges.Slice(i * PlanShape.LidarSectors, PlanShape.LidarSectors)
                .CopyTo(track.Ranges.AsSpan(t * PlanShape.LidarSectors));
            for (var s = 0; s < track.Slots; s++)
            {
                var at = (s * track.Ticks) + t;
                ref readonly var view = ref _observer.Views(i)[s];
                track.Present[at] = true;
                track.NeighbourPositions[at] = view.Position;
                track.NeighbourVelocities[at] = view.Velocity;
                track.NeighbourGoals[at] = view.Goal;
                track.HasMessage[at] = view.HasMessage;
                track.Waypoints[3 * at] = view.At05;
                track.Waypoints[(3 * at) + 1] = view.At10;
                track.Waypoints[(3 * at) + 2] = view.At15;
            }
        }
    }
}
