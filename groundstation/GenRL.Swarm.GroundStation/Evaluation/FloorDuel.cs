using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Two bundles on one floor: the same seeds for both, crossing and random goals by turns, and by turns one or the other flies first, so that whatever
/// else the machine does hits both alike.
/// </summary>
internal sealed class FloorDuel
{
    private static readonly IScenario[] Scenarios = [ScenarioList.Find("crossing"), ScenarioList.Find("random-goals")];

    private readonly LockStepRunner[] _incumbent;
    private readonly LockStepRunner[] _candidate;

    public FloorDuel(Floor floor, Contender incumbent, Contender candidate)
    {
        _incumbent = [.. Scenarios.Select(scenario => incumbent.Runner(floor, scenario))];
        _candidate = [.. Scenarios.Select(scenario => candidate.Runner(floor, scenario))];
    }

    /// <summary>How the incumbent flew.</summary>
    public FlightTally Incumbent { get; } = new();

    /// <summary>How the candidate flew.</summary>
    public FlightTally Candidate { get; } = new();

    /// <summary>Flies <paramref name="episodes"/> with each; episode i follows from <paramref name="seed"/> + i.</summary>
    public void Fly(ulong seed, int episodes, Action<int> flown, CancellationToken cancellationToken)
    {
        for (var i = 0; i < episodes; i++)
        {
            var (scenario, incumbentFirst) = (i % 2, i / 2 % 2 == 0);
            var (first, second) = incumbentFirst ? (Incumbent, Candidate) : (Candidate, Incumbent);
            var (one, other) = incumbentFirst ? (_incumbent, _candidate) : (_candidate, _incumbent);
            first.Add(one[scenario].Fly(seed + (ulong)i, cancellationToken));
            second.Add(other[scenario].Fly(seed + (ulong)i, cancellationToken));
            flown(i + 1);
        }
    }
}
