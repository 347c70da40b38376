using System.Numerics;
using GenRL.Swarm.Learning.Policies.Adaptation;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>The second before each of B moments of a log, as tensors per instant.</summary>
internal static class MomentWindows
{
    /// <summary>Filtering steps before a moment.</summary>
    public const int History = TrackWindows.Filtering - 1;

    /// <summary>One instant: measured state, command executed from it, what was said, and whether the track had begun.</summary>
    public sealed record Instant(
        Tensor Position, Tensor Velocity, Tensor Command, Tensor NeighbourPosition, Tensor NeighbourVelocity, Intentions Intentions, Tensor Valid)
    {
        public EntityState At(EntityMemory memory) => new(Position, Velocity, NeighbourPosition, NeighbourVelocity, memory);
    }

    /// <summary>The instants t - 9 ... t of each moment.</summary>
    public static IReadOnlyList<Instant> Stack(IReadOnlyList<LoggedMoment> moments) =>
        [.. Enumerable.Range(0, History + 1).Select(i => At(moments, i - History))];

    private static Instant At(IReadOnlyList<LoggedMoment> moments, int offset)
    {
        var (size, slots) = (moments.Count, moments[0].Track.Slots);
        var ego = new float[size * 7];
        var neighbours = new float[size * slots * 14];
        for (var b = 0; b < size; b++)
        {
            Copy(moments[b], offset, slots, ego.AsSpan(b * 7, 7), neighbours.AsSpan(b * slots * 14, slots * 14));
        }

        var e = tensor(ego, [size, 7]);
        var n = tensor(neighbours, [size, slots, 14]);
        var said = new Intentions(n.narrow(-1, 4, 6), n.narrow(-1, 10, 2), n.narrow(-1, 12, 1), n.narrow(-1, 13, 1));
        return new Instant(
            e.narrow(-1, 0, 2), e.narrow(-1, 2, 2), e.narrow(-1, 4, 2), n.narrow(-1, 0, 2), n.narrow(-1, 2, 2), said, e.narrow(-1, 6, 1));
    }

    private static void Copy(LoggedMoment moment, int offset, int slots, Span<float> ego, Span<float> neighbours)
    {
        var track = moment.Track;
        var t = Math.Max(0, moment.Tick + offset);
        Put(ego, 0, track.Positions[t]);
        Put(ego, 2, track.Velocities[t]);
        Put(ego, 4, track.Commands[t]);
        ego[6] = moment.Tick + offset >= 0 ? 1f : 0f;
        for (var s = 0; s < slots; s++)
        {
            var from = (s * track.Ticks) + t;
            var row = neighbours.Slice(s * 14, 14);
            Put(row, 0, track.NeighbourPositions[from]);
            Put(row, 2, track.NeighbourVelocities[from]);
            for (var k = 0; k < 3; k++)
            {
                Put(row, 4 + (2 * k), track.Waypoints[(from * 3) + k]);
            }

            Put(row, 10, track.NeighbourGoals[from]);
            row[12] = track.HasMessage[from] ? 1f : 0f;
            row[13] = track.Present[from] ? 1f : 0f;
        }
    }

    private static void Put(Span<float> row, int at, Vector2 value)
    {
        row[at] = value.X;
        row[at + 1] = value.Y;
    }
}
