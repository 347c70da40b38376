using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>Episodes of one bundle, crossings and random goals in turn. One thread.</summary>
internal sealed class SimulatedFlights(ModelBundle bundle, ulong seed, EpisodeCounter counter, CancellationToken cancellationToken)
{
    private const int Robots = 4;

    private static readonly IScenario[] Scenarios = [ScenarioList.Find("crossing"), ScenarioList.Find("random-goals")];

    private readonly List<float> _tickSeconds = [];

    /// <summary>Median length of the plan ticks flown so far, milliseconds.</summary>
    public double TickP50Milliseconds
    {
        get
        {
            _tickSeconds.Sort();
            return 1e3 * _tickSeconds[_tickSeconds.Count / 2];
        }
    }

    /// <summary>Flies <paramref name="episodes"/> on <paramref name="floor"/>.</summary>
    public FlightEvidence Fly(Floor floor, int episodes)
    {
        var options = new AgentOptions(new RobotId(0), RobotBody.Holonomic.Radius, RobotBody.Holonomic.MaxSpeed, new ShieldOptions(), seed);
        var brains = Enumerable.Range(0, Robots).Select(_ => new AgentBrain(bundle, options)).ToList();
        LockStepRunner[] runners = [.. Scenarios.Select(s => new LockStepRunner(new EpisodeOptions { Scenario = s, Robots = Robots, Floor = floor }, brains))];
        foreach (var runner in runners)
        {
            runner.Stepped = (world, _) => Note(world.StepCount, brains[0]);
        }

        var flown = new List<EpisodeStatistics>();
        for (var i = 0; i < episodes; i++)
        {
            flown.Add(runners[i % runners.Length].Fly(seed + (ulong)i, cancellationToken));
            counter.Flown();
        }

        var successes = flown.Where(e => e.Mission.Success).ToList();
        return new FlightEvidence(
            episodes, successes.Count, flown.Sum(e => e.Mission.RobotCollisions + e.Mission.WallCollisions),
            (double)flown.Sum(e => e.Interventions) / flown.Sum(e => e.Commands),
            successes.Count == 0 ? double.NaN : successes.Average(e => e.SecondsToGoal));
    }

    private void Note(long steps, AgentBrain brain)
    {
        if (steps % Contracts.Planning.PlanShape.StepsPerTick == 1)
        {
            _tickSeconds.Add(brain.LastTick.Timings.Total);
        }
    }
}
