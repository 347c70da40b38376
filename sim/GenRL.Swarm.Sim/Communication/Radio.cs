using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Sim.Communication;

/// <summary>
/// A broadcast channel with losses and delays, for lock step. What a robot hears is a pure function of (seed, sender, what the sender sent
/// before), so one robot's silence changes nothing for another's frames. Memory is bounded: see <see cref="Overflowed"/>. Not thread-safe; sending and
/// hearing allocate nothing.
/// </summary>
public sealed class Radio
{
    /// <summary>The longest frame, bytes.</summary>
    public const int MaxFrame = 64;

    /// <summary>Frames that can be on their way to one receiver.</summary>
    public const int MaxInFlight = 256;

    private readonly RadioOptions _options;
    private readonly RandomStream[] _streams;
    private readonly Inbox[] _inboxes;

    /// <summary>A radio between <paramref name="robots"/> robots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense; the exception names it.</exception>
    public Radio(int robots, RadioOptions options, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(robots);
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Loss is >= 0f and <= 1f, options.Loss, nameof(options.Loss));
        Require(options.LatencySeconds is >= 0d and < 60d, options.LatencySeconds, nameof(options.LatencySeconds));
        Require(options.JitterSeconds is >= 0d and < 60d, options.JitterSeconds, nameof(options.JitterSeconds));
        _options = options;
        _streams = [.. Enumerable.Range(0, robots).Select(robot => new RandomStream(seed, robot, (int)Purpose.Radio))];
        _inboxes = [.. Enumerable.Range(0, robots).Select(_ => new Inbox())];
    }

    /// <summary>Frames handed to a link: one broadcast counts once for every other robot.</summary>
    public long Offered { get; private set; }

    /// <summary>Frames that a link lost.</summary>
    public long Lost { get; private set; }

    /// <summary>Frames dropped because <see cref="MaxInFlight"/> were on their way to the same receiver.</summary>
    public long Overflowed { get; private set; }

    /// <summary>Empties the air, clears the counters, and restarts every stream from <paramref name="seed"/>.</summary>
    public void Reset(ulong seed)
    {
        (Offered, Lost, Overflowed) = (0, 0, 0);
        for (var i = 0; i < _streams.Length; i++)
        {
            _streams[i].Restart(seed, i, (int)Purpose.Radio);
            _inboxes[i].Clear();
        }
    }

    /// <summary>Broadcasts <paramref name="frame"/> from <paramref name="sender"/> to everybody else; the bytes are copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frame is longer than <see cref="MaxFrame"/>.</exception>
    public void Broadcast(int sender, ReadOnlySpan<byte> frame, Stamp now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Length, MaxFrame, nameof(frame));
        var random = _streams[sender];
        for (var receiver = 0; receiver < _inboxes.Length; receiver++)
        {
            if (receiver == sender)
            {
                continue;
            }

            // Two numbers per link whatever comes of them: the fate of one frame does not shift the next.
            var lost = random.NextSingle() < _options.Loss;
            var arrival = now.Plus(_options.LatencySeconds + (_options.JitterSeconds * random.NextSingle()));
            Offered++;
            if (lost)
            {
                Lost++;
            }
            else if (!_inboxes[receiver].TryAdd(arrival, frame))
            {
                Overflowed++;
            }
        }
    }

    /// <summary>Takes the frame that reached <paramref name="receiver"/> first, if any has by <paramref name="now"/>.</summary>
    /// <param name="receiver">The robot that listens.</param>
    /// <param name="now">The time.</param>
    /// <param name="frame">Takes the bytes, at least <see cref="MaxFrame"/> long.</param>
    /// <param name="length">Bytes written.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryHear(int receiver, Stamp now, Span<byte> frame, out int length) => _inboxes[receiver].TryTake(now, frame, out length);

    private static void Require(bool condition, double value, string what)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(what, value, "radio: out of range");
        }
    }
}
