using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Adaptation;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>
/// What robots announce depends on their world model: a model that was tuned on old announcements is worse than constant velocity on its own
/// (measured). So the announcements in the logs are made again, from the whole logged plans, with the tuned model.
/// </summary>
public static class Announcements
{
    private const int Batch = 256;
    private const int H = PlanShape.Horizon;

    /// <summary>Replaces the way-points of every message in <paramref name="tracks"/> by what its sender would announce with <paramref name="model"/>.</summary>
    public static void Renew(IReadOnlyList<RobotTrack> tracks, FactoredWorldModel model)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var rollouts = new TrackRollouts(model);
        var paths = tracks.Select(track => (Track: track, Paths: Paths(track, rollouts))).ToList();
        var senders = paths.GroupBy(entry => (entry.Track.Run, entry.Track.Robot)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var track in tracks)
        {
            for (var at = 0; at < track.HasMessage.Length; at++)
            {
                if (track.HasMessage[at] && senders.TryGetValue((track.Run, track.NeighbourIds[at]), out var sender))
                {
                    Renew(track, at, sender);
                }
            }
        }
    }

    private static void Renew(RobotTrack track, int at, List<(RobotTrack Track, Vector2[] Paths)> sender)
    {
        var now = track.Stamps[at % track.Ticks];
        foreach (var (flown, paths) in sender)
        {
            // What had been said by now: the plan of the tick before.
            var tick = Array.BinarySearch(flown.Stamps, now);
            tick = (tick < 0 ? ~tick : tick) - 1;
            if (tick < 0 || tick >= flown.Ticks || Stamp.Seconds(flown.Stamps[tick], now) > 2 * PlanShape.TickSeconds)
            {
                continue;
            }

            var age = (float)Stamp.Seconds(flown.Stamps[tick], now);
            for (var k = 0; k < 3; k++)
            {
                track.Waypoints[(at * 3) + k] = At(paths.AsSpan(tick * H, H), age + (0.5f * (k + 1)));
            }
        }
    }

    /// <summary>Position on a path <paramref name="seconds"/> after it was made; beyond its end it goes on straight.</summary>
    private static Vector2 At(ReadOnlySpan<Vector2> path, float seconds)
    {
        var step = (seconds / PlanShape.TickSeconds) - 1f;
        var index = Math.Clamp((int)MathF.Floor(step), 0, H - 2);
        return Vector2.Lerp(path[index], path[index + 1], step - index);
    }

    /// <summary>Where each tick's plan leads according to the model, [T,H].</summary>
    private static Vector2[] Paths(RobotTrack track, TrackRollouts rollouts)
    {
        var paths = new Vector2[track.Ticks * H];
        using var still = no_grad();
        foreach (var chunk in Enumerable.Range(0, track.Ticks).Chunk(Batch))
        {
            using var scope = NewDisposeScope();
            var plans = MemoryMarshal.Cast<Vector2, float>(track.Plans.AsSpan(chunk[0] * H, chunk.Length * H)).ToArray();
            var planned = tensor(plans, [chunk.Length, H, 2]);
            var rollout = rollouts.At([.. chunk.Select(t => new LoggedMoment(track, t))]);
            var ego = rollout.Ego(planned.unsqueeze(1), rollout.Neighbours(planned));
            ego.contiguous().data<float>().CopyTo(MemoryMarshal.Cast<Vector2, float>(paths.AsSpan(chunk[0] * H, chunk.Length * H)));
        }

        return paths;
    }
}
