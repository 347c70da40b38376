using GenRL.Swarm.Agent;
using GenRL.Swarm.Learning.Datasets;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>
/// Cuts windows of W filtering and O open-loop steps out of tracks and stacks them into tensors, one per quantity and instant. A neighbour
/// counts where its slot keeps the same occupant through the whole window.
/// </summary>
public sealed class TrackWindows
{
    /// <summary>Filtering steps, W: 1 s.</summary>
    public const int Filtering = 10;

    /// <summary>Open-loop steps, O: 2 s.</summary>
    public const int OpenLoop = 20;

    /// <summary>Instants in a window.</summary>
    public const int Instants = Filtering + OpenLoop;

    private readonly IReadOnlyList<RobotTrack> _tracks;
    private readonly List<(int Track, int Start)> _starts = [];
    private readonly int _slots;

    /// <summary>Windows over <paramref name="tracks"/>; tracks shorter than a window give none.</summary>
    /// <exception cref="ArgumentException">No track is long enough.</exception>
    public TrackWindows(IReadOnlyList<RobotTrack> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        _tracks = tracks;
        for (var i = 0; i < tracks.Count; i++)
        {
            _slots = Math.Max(_slots, tracks[i].Slots);
            for (var start = 0; start + Instants <= tracks[i].Ticks; start++)
            {
                _starts.Add((i, start));
            }
        }

        if (_starts.Count == 0)
        {
            throw new ArgumentException($"no track has {Instants} ticks; the longest has {tracks.Select(t => t.Ticks).DefaultIfEmpty().Max()}", nameof(tracks));
        }
    }

    /// <summary>How many different windows there are.</summary>
    public int Count => _starts.Count;

    /// <summary>A batch of random windows; each neighbour loses its message in half of them when <paramref name="dropMessages"/>.</summary>
    public WindowBatch Random(int size, RandomStream stream, bool dropMessages)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var chosen = new int[size];
        for (var i = 0; i < size; i++)
        {
            chosen[i] = stream.NextInt32(_starts.Count);
        }

        return Stack(chosen, dropMessages ? stream : null);
    }

    /// <summary>The windows with the given numbers, 0 to <see cref="Count"/> - 1.</summary>
    public WindowBatch At(ReadOnlySpan<int> windows) => Stack(windows, null);

    private WindowBatch Stack(ReadOnlySpan<int> windows, RandomStream? drop)
    {
        var builder = new WindowBuilder(windows.Length, _slots);
        for (var b = 0; b < windows.Length; b++)
        {
            var (track, start) = _starts[windows[b]];
            builder.Add(b, _tracks[track], start, drop);
        }

        return builder.ToBatch();
    }
}
