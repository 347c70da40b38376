using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Teammates;

namespace GenRL.Swarm.Onboard.Intentions;

/// <summary>
/// Last stage of a tick: plan and latent intention become 24 bytes, sent when the plan has changed or the last frame has aged. It is never
/// older than two ticks, since receivers drop older ones. Allocates nothing.
/// </summary>
internal sealed class Teller
{
    /// <summary>Departure of the plan from what was told, metres, that is worth a frame.</summary>
    private const float Change = 0.05f;

    /// <summary>Age, seconds, at which a frame is sent whatever the plan does.</summary>
    private const double Age = 0.19;

    private readonly RobotId _self;
    private IntentionFrame _last;
    private Stamp _sentAt;
    private bool _hasSent;
    private byte _sequence;

    public Teller(RobotId self) => _self = self;

    /// <summary>Writes the frame into <paramref name="record"/> when there is something to tell.</summary>
    /// <param name="tokens">The active codebook.</param>
    /// <param name="ego">The robot's state.</param>
    /// <param name="now">The present.</param>
    /// <param name="flags">What it says of itself.</param>
    /// <param name="spread">Spread of the plan, metres.</param>
    /// <param name="surprise">How wrong the world model was lately, metres per second.</param>
    /// <param name="record">Holds goal, plan and path; receives the frame.</param>
    public void Tell(IntentionTokens tokens, in EgoState ego, Stamp now, IntentionFlags flags, float spread, float surprise, TickRecord record)
    {
        record.DidTell = !_hasSent || Stamp.Seconds(_sentAt, now) > Age || flags != _last.Flags || Departure(now, record.Path) > Change;
        if (!record.DidTell)
        {
            return;
        }

        Span<float> tail = stackalloc float[PlanTail.Size];
        var lastVelocity = (record.Path[PlanShape.Horizon - 1] - record.Path[PlanShape.Horizon - 2]) / PlanShape.TickSeconds;
        PlanTail.Write(ego.Position, record.Goal.Active ? record.Goal.Goal : ego.Position, lastVelocity, tail);
        var (first, second) = tokens.Encode(tail);

        // Receivers extrapolate from what the frame carries, so the coefficients are made against its rounded position and velocity.
        var frame = new IntentionFrame(
            IntentionCodec.TokenCodec, (byte)tokens.CodebookHash, _self, flags, MessageClock.ToWire(now), ++_sequence,
            IntentionReader.SpreadClass(spread), (byte)Math.Clamp(surprise * 15f, 0f, 15f), ego.Position, ego.Velocity, default, first, second);
        var bytes = default(FrameBytes);
        IntentionCodec.Write(frame, bytes);
        _ = IntentionCodec.TryRead(bytes, out var rounded);
        _last = rounded with { Coefficients = LinearIntention.Encode(rounded.Position, rounded.Velocity, record.Path) };
        IntentionCodec.Write(_last, bytes);
        record.Told = bytes;
        _sentAt = now;
        _hasSent = true;
    }

    /// <summary>Largest distance between what the neighbours would extrapolate and the plan now.</summary>
    private float Departure(Stamp now, ReadOnlySpan<Vector2> path)
    {
        var age = (float)Stamp.Seconds(_sentAt, now);
        var largest = 0f;
        for (var t = 0; t < PlanShape.ImaginedSteps; t++)
        {
            var said = LinearIntention.At(_last.Position, _last.Velocity, _last.Coefficients, age + ((t + 1) * PlanShape.TickSeconds));
            largest = MathF.Max(largest, Vector2.Distance(said, path[t]));
        }

        return largest;
    }
}
