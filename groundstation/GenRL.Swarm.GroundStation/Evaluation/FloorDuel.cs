using System.Runtime.ExceptionServices;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Two bundles on one floor: the same seeds for both, crossing and random goals by turns. The first episodes are flown by turns on one thread and timed,
/// so that whatever else the machine does hits both alike; the others on as many threads as there are lanes. What is reported does not depend on
/// the lanes.
/// </summary>
internal sealed class FloorDuel
{
    private static readonly IScenario[] Scenarios = [ScenarioList.Find("crossing"), ScenarioList.Find("random-goals")];

    /// <summary>Episodes flown by turns: some 2 000 ticks of each.</summary>
    private const int TimedEpisodes = 10;

    private readonly Lane[] _lanes;

    /// <summary>A duel on <paramref name="floor"/>; each lane has contenders of its own, made from the same two bundles.</summary>
    public FloorDuel(Floor floor, IReadOnlyList<(Contender Incumbent, Contender Candidate)> lanes) =>
        _lanes = [.. lanes.Select(pair => new Lane(pair.Incumbent, Runners(pair.Incumbent, floor), pair.Candidate, Runners(pair.Candidate, floor)))];

    /// <summary>How the incumbent flew.</summary>
    public FlightTally Incumbent { get; } = new();

    /// <summary>How the candidate flew.</summary>
    public FlightTally Candidate { get; } = new();

    /// <summary>Flies <paramref name="episodes"/> with each; episode i follows from <paramref name="seed"/> + i.</summary>
    public void Fly(ulong seed, int episodes, Action<int> flown, CancellationToken cancellationToken)
    {
        var (incumbent, candidate) = (new EpisodeStatistics[episodes], new EpisodeStatistics[episodes]);
        var done = 0;
        var timed = Math.Min(TimedEpisodes, episodes);
        for (var i = 0; i < timed; i++)
        {
            Both(_lanes[0], i, timed: true);
        }

        var next = timed;
        try
        {
            Parallel.For(0, _lanes.Length, new ParallelOptions { CancellationToken = cancellationToken }, Rest);
        }
        catch (AggregateException several)
        {
            // Whichever lane met it first, the reason is what counts.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        Array.ForEach(incumbent, Incumbent.Add);
        Array.ForEach(candidate, Candidate.Add);

        void Rest(int lane)
        {
            for (var i = Interlocked.Increment(ref next) - 1; i < episodes; i = Interlocked.Increment(ref next) - 1)
            {
                Both(_lanes[lane], i, timed: false);
            }
        }

        void Both(Lane lane, int i, bool timed)
        {
            (lane.Incumbent.Timed, lane.Candidate.Timed) = (timed, timed);
            var scenario = i % Scenarios.Length;
            if (i / 2 % 2 == 0)
            {
                incumbent[i] = lane.IncumbentRunners[scenario].Fly(seed + (ulong)i, cancellationToken);
                candidate[i] = lane.CandidateRunners[scenario].Fly(seed + (ulong)i, cancellationToken);
            }
            else
            {
                candidate[i] = lane.CandidateRunners[scenario].Fly(seed + (ulong)i, cancellationToken);
                incumbent[i] = lane.IncumbentRunners[scenario].Fly(seed + (ulong)i, cancellationToken);
            }

            flown(Interlocked.Increment(ref done));
        }
    }

    private static LockStepRunner[] Runners(Contender contender, Floor floor) => [.. Scenarios.Select(scenario => contender.Runner(floor, scenario))];

    private sealed record Lane(Contender Incumbent, LockStepRunner[] IncumbentRunners, Contender Candidate, LockStepRunner[] CandidateRunners);
}
