using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>The shelves that are wanted, in as many places as the options say; a delivered one gives its place to another, drawn from the rest.</summary>
internal sealed class RwareOrders(int requests, int shelves)
{
    private readonly ushort[] _queue = new ushort[requests];
    private readonly bool[] _wanted = new bool[shelves + 1];

    /// <summary>Names the shelf that takes a place, given the place's number; null to draw it. For runs beside recorded draws.</summary>
    public Func<int, ushort>? Named { get; set; }

    /// <summary>The wanted shelves' numbers, from 1.</summary>
    public ReadOnlySpan<ushort> Queue => _queue;

    public bool IsWanted(ushort shelf) => _wanted[shelf];

    /// <summary>Forgets all and draws anew.</summary>
    public void Draw(RandomStream random)
    {
        Array.Clear(_wanted);
        for (var place = 0; place < _queue.Length; place++)
        {
            Set(place, Unwanted(random.NextInt32(shelves - place)));
        }
    }

    /// <summary>Takes up a queue.</summary>
    public void Load(ReadOnlySpan<int> queue)
    {
        Array.Clear(_wanted);
        for (var place = 0; place < queue.Length; place++)
        {
            Set(place, (ushort)queue[place]);
        }
    }

    /// <summary>Gives the place of a delivered shelf to another.</summary>
    /// <returns>The other.</returns>
    public ushort Replace(ushort delivered, RandomStream random)
    {
        var place = _queue.AsSpan().IndexOf(delivered);
        var next = Named is null ? Unwanted(random.NextInt32(shelves - _queue.Length)) : Named(place);
        _wanted[delivered] = false;
        Set(place, next);
        return next;
    }

    /// <summary>Moves the queue.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_queue.AsSpan());
        snapshot.Move(_wanted.AsSpan());
    }

    private void Set(int place, ushort shelf)
    {
        _queue[place] = shelf;
        _wanted[shelf] = true;
    }

    /// <summary>The shelf that is number <paramref name="number"/>, from 0, among those that are not wanted.</summary>
    private ushort Unwanted(int number)
    {
        for (ushort shelf = 1; ; shelf++)
        {
            if (!_wanted[shelf] && number-- == 0)
            {
                return shelf;
            }
        }
    }
}
