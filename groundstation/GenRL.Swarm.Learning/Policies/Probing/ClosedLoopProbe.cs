using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Experience;

namespace GenRL.Swarm.Learning.Policies.Probing;

/// <summary>
/// Flies batched worlds to see how good a policy, or the expert, is: no shield, no noise, perfect hearing, collisions judged by the
/// worlds at 50 Hz. A quick look while learning, not the release gate. A pure function of its settings, the policy and the process's
/// generator.
/// </summary>
public sealed class ClosedLoopProbe(IBatchedWorldsFactory factory)
{
    private const float AtGoal = 0.12f; // metres

    /// <summary>Success of <paramref name="policy"/>.</summary>
    public ProbeResult OfPolicy(IChunkPolicy policy, ProbeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Fly(settings, (plans, observer, scenes, motion, random) =>
            new ScoringPilot(plans, observer, scenes, motion, policy, settings.Samples, random));
    }

    /// <summary>Success of the expert.</summary>
    public ProbeResult OfExpert(MppiSettings expert, ProbeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Fly(settings, (plans, observer, scenes, _, random) =>
            new ExpertPilot(new MppiExpert(settings.Floor, expert, random), plans, scenes, observer.Batch.Count));
    }

    private ProbeResult Fly(ProbeSettings settings, MakePilot makePilot)
    {
        var worlds = factory.Create(settings.Episodes, settings.Robots, settings.Floor, [settings.Scenario], randomisation: 0f);
        worlds.Reset(settings.Seed);
        var motion = new DelayedLag(settings.Floor);
        var plans = new SwarmPlans(motion, worlds.Positions.Length);
        var hearing = new RandomStream(settings.Seed, -1, LearningStreams.Hearing);
        var observer = new SwarmObserver(worlds, plans, Hearing.Perfect, settings.Slots, settings.Radius, hearing);
        var scenes = new SwarmScenes(worlds, plans, settings.Radius);
        var pilot = makePilot(plans, observer, scenes, motion, new RandomStream(settings.Seed, -1, LearningStreams.Pilot));
        var arrived = new int[settings.Episodes];
        Array.Fill(arrived, settings.Ticks);
        var commands = new Vector2[worlds.Positions.Length];
        for (var t = 0; t < settings.Ticks; t++)
        {
            plans.Advance(worlds);
            observer.Look();
            pilot.Decide();
            for (var i = 0; i < commands.Length; i++)
            {
                commands[i] = plans.Plan(i)[0];
            }

            plans.Execute(commands);
            worlds.Step(commands);
            for (var w = 0; w < arrived.Length; w++)
            {
                arrived[w] = AllAtGoal(worlds, w) ? Math.Min(arrived[w], t + 1) : arrived[w];
            }
        }

        return Judge(worlds, arrived);
    }

    private static ProbeResult Judge(IBatchedWorlds worlds, int[] arrived)
    {
        var (success, reached, collided, ticks) = (0, 0, 0, 0);
        for (var w = 0; w < worlds.Worlds; w++)
        {
            var there = AllAtGoal(worlds, w);
            var touched = worlds.Collided.Slice(w * worlds.Robots, worlds.Robots).Contains(true);
            reached += there ? 1 : 0;
            collided += touched ? 1 : 0;
            if (there && !touched)
            {
                success++;
                ticks += arrived[w];
            }
        }

        double episodes = worlds.Worlds;
        var seconds = success == 0 ? double.NaN : ticks * (double)PlanShape.TickSeconds / success;
        return new ProbeResult(success / episodes, reached / episodes, collided / episodes, seconds);
    }

    private static bool AllAtGoal(IBatchedWorlds worlds, int world)
    {
        for (var i = world * worlds.Robots; i < (world + 1) * worlds.Robots; i++)
        {
            if (Vector2.DistanceSquared(worlds.Positions[i], worlds.Goals[i]) > AtGoal * AtGoal)
            {
                return false;
            }
        }

        return true;
    }

    private delegate ISwarmPilot MakePilot(
        SwarmPlans plans, SwarmObserver observer, SwarmScenes scenes, DelayedLag motion, RandomStream random);
}
