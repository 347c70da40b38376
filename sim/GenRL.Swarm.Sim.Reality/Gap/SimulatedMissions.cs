using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Reality.Flights;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>
/// Flies the missions of logs again in the simulator, from the same places to the same goals with the same brains, for as long as each took. Robots begin
/// at rest, and walls are not in the logs: the arena is open.
/// </summary>
public static class SimulatedMissions
{
    /// <summary>The figures of every mission that all of <paramref name="flights"/> flew.</summary>
    /// <param name="flights">The logs of all robots of one run.</param>
    /// <param name="floor">The simulator's floor.</param>
    /// <param name="brains">One per flight, in their order.</param>
    /// <param name="seed">Noise and the brains' own streams follow from it.</param>
    /// <param name="cancel">Ends it early, by an exception.</param>
    public static IReadOnlyList<MissionFigures> Fly(
        IReadOnlyList<Flight> flights, Floor floor, IReadOnlyList<IRobotBrain> brains, ulong seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(flights);
        ArgumentNullException.ThrowIfNull(brains);
        ArgumentOutOfRangeException.ThrowIfNotEqual(brains.Count, flights.Count, nameof(brains));
        RecordingBrain[] recorders = [.. brains.Zip(flights, (brain, flight) => new RecordingBrain(brain, flight.Body))];
        MissionFigures[][] logged = [.. flights.Select(flight => MissionFigures.Of(flight).ToArray())];
        var flown = new List<MissionFigures>();
        foreach (var mission in logged[0].Select(figures => figures.Mission).Distinct())
        {
            MissionFigures?[] same = [.. logged.Select(missions => Array.Find(missions, figures => figures.Mission == mission))];
            if (same.OfType<MissionFigures>().ToArray() is var robots && robots.Length < flights.Count)
            {
                continue;
            }

            var runner = new LockStepRunner(
                new EpisodeOptions
                {
                    Scenario = new LoggedMission([.. robots.Select(robot => robot.From)], [.. robots.Select(robot => robot.Goal)]),
                    Robots = flights.Count,
                    Body = flights[0].Body,
                    Floor = floor,
                    LimitSeconds = robots.Max(robot => robot.Seconds),
                    EndOnCollision = false,
                },
                recorders);
            runner.Fly(seed + (ulong)mission, cancel);
            flown.AddRange(recorders.SelectMany(recorder => MissionFigures.Of(recorder.Flight)));
        }

        return flown;
    }
}
