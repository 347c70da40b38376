using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Two bundles on one floor: the same seeds for both, crossing and random goals by turns. The first episodes are flown by turns and timed, so that
/// whatever else the machine does hits both alike; the others side by side on two threads.
/// </summary>
internal sealed class FloorDuel
{
    private static readonly IScenario[] Scenarios = [ScenarioList.Find("crossing"), ScenarioList.Find("random-goals")];

    /// <summary>Episodes flown by turns: some 4 000 ticks of each.</summary>
    private const int TimedEpisodes = 20;

    private readonly Contender _incumbent;
    private readonly Contender _candidate;
    private readonly LockStepRunner[] _incumbentRunners;
    private readonly LockStepRunner[] _candidateRunners;

    public FloorDuel(Floor floor, Contender incumbent, Contender candidate)
    {
        (_incumbent, _candidate) = (incumbent, candidate);
        (incumbent.Timed, candidate.Timed) = (true, true);
        _incumbentRunners = [.. Scenarios.Select(scenario => incumbent.Runner(floor, scenario))];
        _candidateRunners = [.. Scenarios.Select(scenario => candidate.Runner(floor, scenario))];
    }

    /// <summary>How the incumbent flew.</summary>
    public FlightTally Incumbent { get; } = new();

    /// <summary>How the candidate flew.</summary>
    public FlightTally Candidate { get; } = new();

    /// <summary>Flies <paramref name="episodes"/> with each; episode i follows from <paramref name="seed"/> + i.</summary>
    public void Fly(ulong seed, int episodes, Action<int> flown, CancellationToken cancellationToken)
    {
        var timed = Math.Min(TimedEpisodes, episodes);
        for (var i = 0; i < timed; i++)
        {
            var incumbentFirst = i / 2 % 2 == 0;
            One(incumbentFirst, i);
            One(!incumbentFirst, i);
            flown(i + 1);
        }

        var done = 2 * timed;
        Parallel.Invoke(() => Rest(incumbent: true), () => Rest(incumbent: false));

        void Rest(bool incumbent)
        {
            (incumbent ? _incumbent : _candidate).Timed = false;
            for (var i = timed; i < episodes; i++)
            {
                One(incumbent, i);
                flown(Interlocked.Increment(ref done) / 2);
            }
        }

        void One(bool incumbent, int i)
        {
            var (tally, runners) = incumbent ? (Incumbent, _incumbentRunners) : (Candidate, _candidateRunners);
            tally.Add(runners[i % Scenarios.Length].Fly(seed + (ulong)i, cancellationToken));
        }
    }
}
