using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// Flies batched worlds and notes at every tick what each robot saw and what the expert would do there. Without a policy the expert
/// flies. With one the policy flies most worlds and the expert, warm-started with the policy's own plan, labels where it leads: DAgger
/// (Ross et al., AISTATS 2011). Bursts of noise take the robots off the beaten path. A pure function of its inputs and the seed.
/// </summary>
public sealed class ExperienceCollector(IBatchedWorldsFactory factory, CollectionSettings settings)
{
    private const int H = PlanShape.Horizon;

    /// <summary>Flies one episode in each of <paramref name="worlds"/> worlds.</summary>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="policy">Who flies, besides the expert; null for the expert alone.</param>
    /// <param name="into">Receives the samples; its slots bound the neighbours that a robot sees.</param>
    /// <param name="report">Called after each tick with the number of ticks done.</param>
    /// <returns>The tracks, robot by robot.</returns>
    public IReadOnlyList<RobotTrack> Fly(int worlds, ulong seed, IChunkPolicy? policy, PolicySamples into, Action<int>? report = null)
    {
        ArgumentNullException.ThrowIfNull(into);
        var arena = factory.Create(worlds, settings.Robots, settings.Floor, settings.Scenarios, settings.Randomisation);
        arena.Reset(seed);
        var plans = new SwarmPlans(new DelayedLag(settings.Floor), worlds * settings.Robots);
        var observer = new SwarmObserver(
            arena, plans, settings.Hearing, into.Slots, settings.Radius, new RandomStream(seed, -1, LearningStreams.Hearing));
        var mppi = new MppiExpert(settings.Floor, settings.Expert, new RandomStream(seed, -1, LearningStreams.Expert));
        var expert = new ExpertPilot(mppi, plans, new SwarmScenes(arena, plans, settings.Radius), observer.Batch.Count);
        var tracks = new TrackRecorder(arena, observer, settings.Ticks, settings.Radius);
        var random = new RandomStream(seed, -1, LearningStreams.Pilot);
        var expertFlies = Draw(worlds, policy is null ? 1f : settings.ExpertShare, random);
        var labels = new Vector2[worlds * settings.Robots * H];
        var proposals = new Vector2[labels.Length];
        var commands = new Vector2[worlds * settings.Robots];
        for (var t = 0; t < settings.Ticks; t++)
        {
            plans.Advance(arena);
            observer.Look();
            policy?.Propose(observer.Batch, 1, proposals);
            for (var i = 0; i < commands.Length; i++)
            {
                var label = labels.AsSpan(i * H, H);
                plans.Plan(i).CopyTo(label);
                expert.Plan(i, label);
                into.Add(observer.Batch, i, label);
            }

            for (var i = 0; i < commands.Length; i++)
            {
                (expertFlies[i / settings.Robots] ? labels : proposals).AsSpan(i * H, H).CopyTo(plans.Plan(i));
                commands[i] = Commands.Limit(plans.Plan(i)[0] + Burst(random), settings.Expert.MaxSpeed);
            }

            tracks.Record(t, commands, plans);
            plans.Execute(commands);
            arena.Step(commands);
            report?.Invoke(t + 1);
        }

        return tracks.Tracks;
    }

    private static bool[] Draw(int worlds, float share, RandomStream random)
    {
        var drawn = new bool[worlds];
        for (var w = 0; w < worlds; w++)
        {
            drawn[w] = random.NextSingle() < share;
        }

        return drawn;
    }

    private Vector2 Burst(RandomStream random) => random.NextSingle() < settings.BurstProbability
        ? settings.BurstDeviation * new Vector2(random.NextGaussian(), random.NextGaussian())
        : Vector2.Zero;
}
