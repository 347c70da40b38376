using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Sim.Process;

/// <summary>
/// The last command of every robot, written by the bus's thread and read by the simulator's. A robot whose command is too old brakes, whatever it was
/// last told. Thread-safe; allocates nothing.
/// </summary>
internal sealed class CommandTable(int robots)
{
    /// <summary>A command older than this is not obeyed, seconds.</summary>
    public const double MaxAgeSeconds = 0.2;

    private readonly Lock _gate = new();
    private readonly (Vector2 Velocity, Stamp Stamp)?[] _commands = new (Vector2, Stamp)?[robots];
    private long _rejected;

    /// <summary>Messages that were not a command, or came from a robot that this world does not have.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Takes a message from the bus.</summary>
    /// <param name="topic">Names the robot.</param>
    /// <param name="payload">A command frame.</param>
    /// <param name="now">When it came: a command dated later counts as that old.</param>
    public void Take(string topic, ReadOnlySpan<byte> payload, Stamp now)
    {
        if (!Topics.TryRobot(topic, out var robot) || robot.Value >= _commands.Length
            || CommandCodec.TryRead(payload, out var frame) != FrameError.None)
        {
            Interlocked.Increment(ref _rejected);
            return;
        }

        lock (_gate)
        {
            _commands[robot.Value] = (frame.Velocity, frame.Stamp < now ? frame.Stamp : now);
        }
    }

    /// <summary>The command that robot <paramref name="robot"/> obeys at <paramref name="now"/>: zero when there is none young enough.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryRead(int robot, Stamp now, out Vector2 velocity)
    {
        lock (_gate)
        {
            var young = _commands[robot] is { } command && Stamp.Seconds(command.Stamp, now) <= MaxAgeSeconds;
            velocity = young ? _commands[robot]!.Value.Velocity : Vector2.Zero;
            return young;
        }
    }
}
