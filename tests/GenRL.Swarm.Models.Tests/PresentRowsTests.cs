using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models.Tests;

public sealed class PresentRowsTests
{
    private const int Width = 3;

    private readonly PresentRows _present = new();
    private readonly float[] _mask = new float[PlanShape.Neighbours];
    private readonly float[] _slots = [.. Enumerable.Range(1, PlanShape.Neighbours * Width)];
    private readonly float[] _rows = new float[PlanShape.Neighbours * Width];

    [Fact]
    public void Gather_BringsUsedSlotsTogether_AndScatterTakesThemBack()
    {
        (_mask[1], _mask[4], _mask[7]) = (1f, 1f, 1f);
        var graphMask = Enumerable.Repeat(9f, PlanShape.Neighbours).ToArray();

        _present.Find(_mask, graphMask);
        _present.Gather(_slots, _rows);
        var back = Enumerable.Repeat(-1f, _slots.Length).ToArray();
        _present.Scatter(_rows, back);

        Assert.Equal(3, _present.Rows);
        Assert.Equal([1f, 1f, 1f, 0f, 0f, 0f, 0f, 0f], graphMask);
        Assert.Equal([4f, 5f, 6f, 13f, 14f, 15f, 22f, 23f, 24f], _rows[..9]);
        Assert.Equal(_slots.Select((value, i) => _mask[i / Width] > 0f ? value : 0f), back);
    }

    [Fact]
    public void Nobody_IsOneRowThatTheMaskLeavesOut()
    {
        var graphMask = Enumerable.Repeat(9f, PlanShape.Neighbours).ToArray();

        _present.Find(_mask, graphMask);

        Assert.Equal(1, _present.Rows);
        Assert.All(graphMask, value => Assert.Equal(0f, value));
    }
}
