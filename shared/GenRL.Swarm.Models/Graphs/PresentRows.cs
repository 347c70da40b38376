using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Models.Graphs;

/// <summary>
/// Brings the rows of the neighbour slots that are in use together at the front, where a graph reads them, and back: absent neighbours cost nothing. Allocates
/// nothing once made.
/// </summary>
internal sealed class PresentRows
{
    private readonly int[] _slots = new int[PlanShape.Neighbours];
    private int _count;

    /// <summary>Rows that a graph runs on: at least 1, which the graph's mask then marks as absent.</summary>
    public int Rows => Math.Max(1, _count);

    /// <summary>Finds the slots that <paramref name="mask"/> [8] marks with 1, and marks as many rows of <paramref name="graphMask"/>.</summary>
    public void Find(ReadOnlySpan<float> mask, Span<float> graphMask)
    {
        _count = 0;
        for (var slot = 0; slot < mask.Length; slot++)
        {
            if (mask[slot] > 0f)
            {
                graphMask[_count] = 1f;
                _slots[_count++] = slot;
            }
        }

        graphMask[_count..].Clear();
    }

    /// <summary>Copies the used rows of <paramref name="slots"/> [8,width] to the front of <paramref name="rows"/>.</summary>
    public void Gather(ReadOnlySpan<float> slots, Span<float> rows)
    {
        var width = slots.Length / PlanShape.Neighbours;
        for (var row = 0; row < _count; row++)
        {
            slots.Slice(_slots[row] * width, width).CopyTo(rows[(row * width)..]);
        }
    }

    /// <summary>Copies the front rows of <paramref name="rows"/> to their slots; slots that are not in use become 0.</summary>
    public void Scatter(ReadOnlySpan<float> rows, Span<float> slots)
    {
        var width = slots.Length / PlanShape.Neighbours;
        slots.Clear();
        for (var row = 0; row < _count; row++)
        {
            rows.Slice(row * width, width).CopyTo(slots[(_slots[row] * width)..]);
        }
    }
}
