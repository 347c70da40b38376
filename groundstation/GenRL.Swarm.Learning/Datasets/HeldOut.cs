using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>Keeps the last part of what was flown aside: models are judged on it and never see it.</summary>
public static class HeldOut
{
    /// <summary>Cuts every track at one moment, so that no robot's training shows what its neighbours do in the part kept aside.</summary>
    /// <param name="tracks">What was flown.</param>
    /// <param name="fraction">Fraction of the time kept aside, the last.</param>
    /// <returns>The tracks before and after the cut; pieces shorter than a second are left out.</returns>
    public static (IReadOnlyList<RobotTrack> Training, IReadOnlyList<RobotTrack> Aside) Split(IReadOnlyList<RobotTrack> tracks, double fraction)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var first = tracks.Min(track => track.Stamps[0]);
        var last = tracks.Max(track => track.Stamps[^1]);
        var cut = first.Plus(Stamp.Seconds(first, last) * (1 - fraction));
        var (training, aside) = (new List<RobotTrack>(), new List<RobotTrack>());
        foreach (var track in tracks)
        {
            var before = Array.FindIndex(track.Stamps, stamp => stamp > cut);
            before = before < 0 ? track.Ticks : before;
            Add(training, track, 0, before);
            Add(aside, track, before, track.Ticks - before);
        }

        return (training, aside);
    }

    private static void Add(List<RobotTrack> to, RobotTrack track, int from, int count)
    {
        const int Shortest = 10;
        if (count >= Shortest)
        {
            to.Add(track.Slice(from, count));
        }
    }
}
