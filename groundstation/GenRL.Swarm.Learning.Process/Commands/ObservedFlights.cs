using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>What a release's policy is shown in flight: crossings and random goals by turns, on the floor that the release is for.</summary>
internal static class ObservedFlights
{
    private const int Robots = 4;
    private static readonly IScenario[] Scenarios = [ScenarioList.Find("crossing"), ScenarioList.Find("random-goals")];

    /// <summary>Flies <paramref name="episodes"/> of each scenario with the onboard agent.</summary>
    /// <returns>Every observation in the order in which it was made, with the plan that was chosen there.</returns>
    public static PolicySamples Fly(ModelBundle bundle, int episodes, ulong seed, CancellationToken cancel)
    {
        var agent = new AgentOptions(new RobotId(0), bundle.Contract.Limits.RadiusMetres, bundle.Contract.Limits.MaxSpeedMetresPerSecond, new ShieldOptions(), seed);
        var options = Array.ConvertAll(Scenarios, scenario => new EpisodeOptions { Scenario = scenario, Robots = Robots, Floor = new Floor(bundle.Actuator) });
        var ticks = (int)Math.Ceiling(options[0].LimitSeconds / PlanShape.TickSeconds) + 1;
        var samples = new PolicySamples(episodes * options.Length * Robots * ticks, PlanShape.Neighbours);
        var runners = Array.ConvertAll(options, episode => new LockStepRunner(episode, [.. Enumerable.Range(0, Robots).Select(_ => new Watched(bundle, agent, samples))]));
        for (var i = 0; i < episodes; i++)
        {
            foreach (var runner in runners)
            {
                runner.Fly(seed + (ulong)i, cancel);
            }
        }

        return samples;
    }

    /// <summary>The onboard agent, and what it has just shown to its policy.</summary>
    private sealed class Watched(ModelBundle bundle, AgentOptions options, PolicySamples samples) : IRobotBrain
    {
        private readonly AgentBrain _agent = new(bundle, options);
        private readonly ObservationBatch _seen = new(1, PlanShape.Neighbours);

        public long Interventions => _agent.Interventions;

        public void Begin(RobotId robot, ulong seed) => _agent.Begin(robot, seed);

        public void Assign(in GoalAssignment goal) => _agent.Assign(goal);

        public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => _agent.Hear(frame, heard);

        public Vector2 Step(SensorFrame sensors, Stamp now) => _agent.Step(sensors, now);

        public int Tick(SensorFrame sensors, Stamp now, Span<byte> told)
        {
            var length = _agent.Tick(sensors, now, told);
            bundle.Policy.Ego.CopyTo(_seen.Ego);
            bundle.Policy.Lidar.CopyTo(_seen.Lidar);
            bundle.Policy.Neighbours.CopyTo(_seen.Neighbours);
            bundle.Policy.Mask.CopyTo(_seen.Mask);
            samples.Add(_seen, 0, _agent.LastTick.Plan);
            return length;
        }
    }
}
