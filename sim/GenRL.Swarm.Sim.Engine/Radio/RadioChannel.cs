using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Radio;

/// <summary>
/// One world's radio: waiting at the sender -> partition and range -> loss, alone and in bursts -> latency, jitter, held back -> perhaps twice -> the receiver's mailbox. What
/// is heard follows from the seed, the sender and what that sender sent before: one robot's silence changes nothing for another's frames. Memory is
/// bounded; sending and hearing allocate nothing. Not thread-safe.
/// </summary>
public sealed class RadioChannel
{
    /// <summary>The longest frame, bytes.</summary>
    public const int MaxFrame = 64;

    /// <summary>Frames that can be on their way to one receiver.</summary>
    public const int MaxInFlight = 256;

    private const int Stage = 0x7261_6469;

    private readonly int _robots;
    private readonly RandomStream[] _streams;
    private readonly Mailbox[] _mailboxes;
    private readonly bool[] _ill;
    private readonly Place[] _places;
    private readonly int[] _partitions;
    private readonly Stamp[] _free;
    private RadioSpec _spec;
    private RadioCount _count;

    /// <summary>A radio between <paramref name="robots"/> robots, all at the origin and in partition 0, reset with seed 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense; the exception names it.</exception>
    public RadioChannel(int robots, RadioSpec spec)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(robots);
        ArgumentNullException.ThrowIfNull(spec);
        (_robots, _spec) = (robots, spec.Checked());
        _streams = [.. Enumerable.Range(0, robots).Select(robot => new RandomStream(0, robot, Stage))];
        _mailboxes = [.. Enumerable.Range(0, robots).Select(_ => new Mailbox())];
        _ill = new bool[robots * robots];
        _places = new Place[robots];
        _partitions = new int[robots];
        _free = new Stamp[robots];
    }

    /// <summary>What became of frames since the reset.</summary>
    public RadioCount Count => _count;

    /// <summary>Empties the air and starts every stream from <paramref name="seed"/>; places and partitions stay.</summary>
    /// <param name="seed">The episode's.</param>
    /// <param name="spec">Another radio from now on; null for the same.</param>
    public void Reset(ulong seed, RadioSpec? spec = null)
    {
        _spec = spec?.Checked() ?? _spec;
        _count = default;
        Array.Clear(_ill);
        Array.Clear(_free);
        for (var robot = 0; robot < _robots; robot++)
        {
            _streams[robot].Restart(seed, robot, Stage);
            _mailboxes[robot].Clear();
        }
    }

    /// <summary>Where a robot is, m.</summary>
    public void Move(int robot, double x, double y) => _places[robot] = new Place(x, y);

    /// <summary>Puts a robot into a partition: robots of different partitions do not hear each other.</summary>
    public void Separate(int robot, int partition) => _partitions[robot] = partition;

    /// <summary>Broadcasts <paramref name="frame"/> to everybody else; the bytes are copied.</summary>
    /// <param name="sender">Who sends.</param>
    /// <param name="frame">Read; at most <see cref="MaxFrame"/> bytes.</param>
    /// <param name="now">The time; never earlier than before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frame is too long.</exception>
    public void Broadcast(int sender, ReadOnlySpan<byte> frame, Stamp now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Length, MaxFrame, nameof(frame));
        _count = _count with { Offered = _count.Offered + _robots - 1 };
        var sends = Queue(sender, frame.Length, now, out var sent);
        for (var receiver = 0; receiver < _robots; receiver++)
        {
            if (receiver != sender)
            {
                Link(sender, receiver, frame, sends, sent);
            }
        }
    }

    /// <summary>Takes the frame that reached <paramref name="receiver"/> first, if any has by <paramref name="now"/>.</summary>
    /// <param name="receiver">Who listens.</param>
    /// <param name="now">The time.</param>
    /// <param name="frame">Takes the bytes; at least <see cref="MaxFrame"/> long.</param>
    /// <param name="sender">Whose frame it is.</param>
    /// <param name="length">Bytes written.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryHear(int receiver, Stamp now, Span<byte> frame, out int sender, out int length) =>
        _mailboxes[receiver].TryTake(now, frame, out sender, out length);

    /// <summary>Moves every field that the future depends on.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(ref _count);
        snapshot.Move(_ill.AsSpan());
        snapshot.Move(_places.AsSpan());
        snapshot.Move(_partitions.AsSpan());
        snapshot.Move(_free.AsSpan());
        for (var robot = 0; robot < _robots; robot++)
        {
            snapshot.Move(_streams[robot]);
            _mailboxes[robot].Move(ref snapshot);
        }
    }

    /// <summary>Lets a frame wait its turn at the sender; false if too much waits there already.</summary>
    private bool Queue(int sender, int length, Stamp now, out Stamp sent)
    {
        sent = now;
        if (double.IsPositiveInfinity(_spec.BytesPerSecond))
        {
            return true;
        }

        var waits = Math.Max(0d, Stamp.Seconds(now, _free[sender]));
        if ((waits * _spec.BytesPerSecond) + length > _spec.QueueBytes)
        {
            _count = _count with { Choked = _count.Choked + _robots - 1 };
            return false;
        }

        sent = now.Plus(waits + (length / _spec.BytesPerSecond));
        _free[sender] = sent;
        return true;
    }

    private void Link(int sender, int receiver, ReadOnlySpan<byte> frame, bool sends, Stamp sent)
    {
        // Six numbers per link whatever comes of them: the fate of one frame does not shift the next.
        var random = _streams[sender];
        var (change, loss, jitter) = (random.NextSingle(), random.NextSingle(), random.NextSingle());
        var (held, twice, secondJitter) = (random.NextSingle(), random.NextSingle(), random.NextSingle());
        ref var ill = ref _ill[(sender * _robots) + receiver];
        ill = ill ? change >= _spec.BurstEnd : change < _spec.BurstStart;
        if (!sends)
        {
            return;
        }

        if (!Reaches(sender, receiver))
        {
            _count = _count with { OutOfReach = _count.OutOfReach + 1 };
        }
        else if (loss < (ill ? _spec.BurstLoss : _spec.Loss))
        {
            _count = _count with { Lost = _count.Lost + 1 };
        }
        else
        {
            var late = _spec.Latency + (held < _spec.Reordering ? _spec.ReorderingDelay : 0d);
            Deliver(sender, receiver, frame, sent.Plus(late + (_spec.Jitter * jitter)));
            if (twice < _spec.Duplication)
            {
                _count = _count with { Duplicated = _count.Duplicated + 1 };
                Deliver(sender, receiver, frame, sent.Plus(late + (_spec.Jitter * secondJitter)));
            }
        }
    }

    private void Deliver(int sender, int receiver, ReadOnlySpan<byte> frame, Stamp arrival)
    {
        if (!_mailboxes[receiver].TryAdd(sender, arrival, frame))
        {
            _count = _count with { Overflowed = _count.Overflowed + 1 };
        }
    }

    private bool Reaches(int sender, int receiver)
    {
        var (dx, dy) = (_places[sender].X - _places[receiver].X, _places[sender].Y - _places[receiver].Y);
        return _partitions[sender] == _partitions[receiver] && (dx * dx) + (dy * dy) <= _spec.Range * _spec.Range;
    }

    private readonly record struct Place(double X, double Y);
}
