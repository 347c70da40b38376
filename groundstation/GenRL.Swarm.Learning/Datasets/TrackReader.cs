using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>
/// Turns tick logs into tracks. Files of one robot and run (a run is known by its seed) are joined where their tick numbers run on; a tick that failed, or one that is missing, ends a track.
/// Damaged logs give what can be read of them.
/// </summary>
public static class TrackReader
{
    /// <summary>Tracks of at least <paramref name="shortest"/> ticks from <paramref name="files"/>, all with the same number of slots.</summary>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static IReadOnlyList<RobotTrack> Read(IEnumerable<string> files, int shortest)
    {
        ArgumentNullException.ThrowIfNull(files);
        var runs = new List<List<LoggedTick>>();
        foreach (var robot in files.SelectMany(Ticks).GroupBy(tick => (tick.Run, tick.Robot)).OrderBy(group => group.Key.Run).ThenBy(group => group.Key.Robot.Value))
        {
            runs.AddRange(Split(robot.OrderBy(tick => tick.Now.Nanoseconds)).Where(run => run.Count > shortest));
        }

        var slots = runs.SelectMany(run => run).Select(tick => tick.Slots).DefaultIfEmpty().Max();
        return [.. runs.Select(run => ToTrack(run, slots))];
    }

    private static List<LoggedTick> Ticks(string file)
    {
        using var reader = TickLogReader.Open(file);
        var record = new TickRecord();
        var ticks = new List<LoggedTick>();
        foreach (var entry in reader)
        {
            if (entry.Kind == EntryKind.Tick && reader.Header is { } header)
            {
                entry.CopyTo(record);
                ticks.Add(LoggedTick.Of(header, record));
            }
        }

        return ticks;
    }

    private static IEnumerable<List<LoggedTick>> Split(IEnumerable<LoggedTick> ticks)
    {
        var run = new List<LoggedTick>();
        foreach (var tick in ticks)
        {
            if (run.Count > 0 && (tick.Number.Value != run[^1].Number.Value + 1 || tick.Fault != TickFault.None))
            {
                yield return run;
                run = [];
            }

            if (tick.Fault == TickFault.None)
            {
                run.Add(tick);
            }
        }

        yield return run;
    }

    /// <summary>The last tick gives only the command that was executed before it.</summary>
    private static RobotTrack ToTrack(List<LoggedTick> run, int slots)
    {
        var track = new RobotTrack(run.Count - 1, slots) { Robot = run[0].Robot, Run = run[0].Run, MaxRange = run[0].MaxRange };
        for (var t = 0; t < track.Ticks; t++)
        {
            var tick = run[t];
            track.Stamps[t] = tick.Now;
            track.Positions[t] = tick.Position;
            track.Velocities[t] = tick.Velocity;
            track.Commands[t] = run[t + 1].Executed;
            track.Goals[t] = tick.Goal;
            tick.Plan.CopyTo(track.Plans.AsSpan(t * PlanShape.Horizon));
            tick.Sectors.CopyTo(track.Ranges.AsSpan(t * PlanShape.LidarSectors));
            for (var s = 0; s < slots; s++)
            {
                SetNeighbour(track, (s * track.Ticks) + t, tick.Attended[s]);
            }
        }

        return track;
    }

    private static void SetNeighbour(RobotTrack track, int at, in AttendedNeighbour neighbour)
    {
        track.Present[at] = neighbour.Present;
        track.NeighbourIds[at] = neighbour.Id;
        track.NeighbourPositions[at] = neighbour.Position;
        track.NeighbourVelocities[at] = neighbour.Velocity;
        track.NeighbourGoals[at] = neighbour.Goal;
        track.HasMessage[at] = neighbour.HasMessage;
        track.Waypoints[at * 3] = neighbour.At05;
        track.Waypoints[(at * 3) + 1] = neighbour.At10;
        track.Waypoints[(at * 3) + 2] = neighbour.At15;
    }
}
