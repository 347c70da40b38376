using System.Numerics;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>
/// Commands on their way to the motors: a ring of the last <see cref="Capacity"/> control steps of every robot. Laid out
/// [slot, robot], so that one step touches two rows.
/// </summary>
internal sealed class CommandDelay(int robots)
{
    /// <summary>Slots; the longest delay is one step less (1.26 s). A power of two.</summary>
    public const int Capacity = 64;

    private readonly Vector2[] _ring = new Vector2[Capacity * robots];
    private long _step;

    /// <summary>Forgets every command: before the first one, zero was commanded.</summary>
    public void Clear()
    {
        Array.Clear(_ring);
        _step = 0;
    }

    /// <summary>Forgets the commands of <paramref name="count"/> robots from <paramref name="first"/> on.</summary>
    public void Clear(int first, int count)
    {
        for (var slot = 0; slot < Capacity; slot++)
        {
            _ring.AsSpan((slot * robots) + first, count).Clear();
        }
    }

    /// <summary>The row that takes this step's commands, [robots].</summary>
    public Span<Vector2> Incoming() => Row(_step);

    /// <summary>The row that was <see cref="Incoming"/> <paramref name="delay"/> steps ago, [robots].</summary>
    public ReadOnlySpan<Vector2> Outgoing(int delay) => Row(_step - delay);

    /// <summary>Goes on to the next step.</summary>
    public void Advance() => _step++;

    private Span<Vector2> Row(long step) => _ring.AsSpan((int)(step & (Capacity - 1)) * robots, robots);
}
