using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>The last eleven ticks of a log: a present, [0], and the second after it, [1] to [10].</summary>
internal sealed class TickWindow
{
    /// <summary>Ticks in a window.</summary>
    public const int Length = PlanShape.ImaginedSteps + 1;

    private readonly TickRecord[] _ring = [.. Enumerable.Range(0, Length).Select(_ => new TickRecord())];
    private int _next;
    private int _count;

    /// <summary>Whether eleven ticks are there.</summary>
    public bool Full => _count == Length;

    /// <summary>Whether the ticks follow each other and none failed.</summary>
    public bool Whole
    {
        get
        {
            for (var i = 0; i < Length; i++)
            {
                if (this[i].Fault != TickFault.None || this[i].Tick.Value != this[0].Tick.Value + i)
                {
                    return false;
                }
            }

            return Full;
        }
    }

    /// <summary>The tick <paramref name="i"/> after the present one.</summary>
    public TickRecord this[int i] => _ring[(_next + i) % Length];

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Where the next tick is to be read to; what was the present goes.</summary>
    public TickRecord Next()
    {
        var oldest = _ring[_next];
        _next = (_next + 1) % Length;
        _count = Math.Min(_count + 1, Length);
        return oldest;
    }

    /// <summary>The commands executed after the present, [10], metres per second.</summary>
    public void Executed(Span<Vector2> commands)
    {
        for (var i = 0; i < commands.Length; i++)
        {
            commands[i] = this[i + 1].Executed;
        }
    }
}
