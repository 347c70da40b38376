using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.LockStep;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>Adds episodes up to evidence.</summary>
internal sealed class FlightTally
{
    private int _episodes;
    private int _successes;
    private int _collisions;
    private long _interventions;
    private long _commands;
    private double _secondsToGoal;

    /// <summary>What was added; rates are not numbers when nothing was.</summary>
    public FlightEvidence Evidence => new(
        _episodes, _successes, _collisions, (double)_interventions / _commands, _secondsToGoal / _successes);

    public void Add(EpisodeStatistics episode)
    {
        _episodes++;
        _interventions += episode.Interventions;
        _commands += episode.Commands;
        _collisions += episode.Mission.RobotCollisions + episode.Mission.WallCollisions;
        if (episode.Mission.Success)
        {
            _successes++;
            _secondsToGoal += episode.SecondsToGoal;
        }
    }
}
