using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>
/// Turns what a neighbour said into what the models are told: way-points and goal, or constant velocity where the message is stale, distrusted
/// or absent. Tokens are read when their sender's HELLO names this robot's codebook; otherwise, and before any HELLO, the linear part stands alone,
/// which always works. Allocates nothing.
/// </summary>
internal static class IntentionReader
{
    private const float SmallestSpread = 0.02f;
    private const float SpreadRatio = 100f;

    /// <summary>Reads the goal in a frame just heard.</summary>
    /// <param name="sender">Who sent it.</param>
    /// <param name="codebook">The codebook that the sender's HELLO named; null when none was heard.</param>
    /// <param name="tokens">This robot's codebook.</param>
    public static void ReadTokens(Neighbour sender, uint? codebook, IntentionTokens tokens)
    {
        // The frame's own 8 bits tell that its sender has changed release since that HELLO.
        var frame = sender.Frame;
        if (frame.Codec != IntentionCodec.TokenCodec || codebook != tokens.CodebookHash || frame.CodebookHash != (byte)tokens.CodebookHash)
        {
            sender.Goal = frame.Position;
            return;
        }

        Span<float> tail = stackalloc float[PlanTail.Size];
        tokens.Decode(frame.TokenA, frame.TokenB, tail);
        sender.Goal = PlanTail.Goal(frame.Position, tail);
    }

    /// <summary>Standard deviation that a spread class stands for, metres: 0.02 m to 2 m on a log scale.</summary>
    public static float Spread(byte spreadClass) => SmallestSpread * MathF.Pow(SpreadRatio, spreadClass / 15f);

    /// <summary>The class of a standard deviation.</summary>
    public static byte SpreadClass(float deviation) =>
        float.IsNaN(deviation) ? (byte)15 : (byte)Math.Clamp(MathF.Round(15f * MathF.Log(MathF.Max(deviation, 1e-6f) / SmallestSpread) / MathF.Log(SpreadRatio)), 0f, 15f);

    /// <summary>Halves the trust in a neighbour whose words and deeds have differed for some ticks; restores it slowly.</summary>
    public static void CrossCheck(Neighbour neighbour, Stamp now)
    {
        var age = (float)Stamp.Seconds(neighbour.SentAt, now);
        if (!neighbour.Sensed || !neighbour.HasFrame || age > StalenessRules.PlanSeconds)
        {
            return;
        }

        var frame = neighbour.Frame;
        var said = LinearIntention.At(frame.Position, frame.Velocity, frame.Coefficients, age);
        var allowed = StalenessRules.DisagreementSigmas * Spread(frame.SpreadClass);
        if (Vector2.Distance(said, neighbour.Position) <= allowed)
        {
            neighbour.Disagreements = 0;
            neighbour.Trust = MathF.Min(1f, neighbour.Trust + StalenessRules.TrustGain);
        }
        else if (++neighbour.Disagreements >= StalenessRules.DisagreementTicks)
        {
            neighbour.Disagreements = 0;
            neighbour.Trust *= 0.5f;
        }
    }

    /// <summary>What the models are told of <paramref name="neighbour"/> at <paramref name="now"/>.</summary>
    public static NeighbourView View(Neighbour neighbour, Stamp now)
    {
        var position = neighbour.Position;
        var velocity = neighbour.Velocity;
        var age = (float)Stamp.Seconds(neighbour.SentAt, now);
        var limit = neighbour.Sensed ? StalenessRules.PlanSeconds : StalenessRules.OutOfSightSeconds;
        if (!neighbour.HasFrame || age > limit || neighbour.Trust < StalenessRules.LeastTrust)
        {
            return NeighbourView.ConstantVelocity(position, velocity, neighbour.Radius);
        }

        // Out of sight the plan's shape fades towards constant velocity as it ages.
        var kept = neighbour.Sensed ? 1f : MathF.Exp(-age / StalenessRules.FadeSeconds);
        return new NeighbourView(
            position, velocity, neighbour.Radius, true, MathF.Max(age, 0f), neighbour.Trust * (1f - (neighbour.Frame.EpistemicClass / 15f)),
            At(0.5f), At(1f), At(1.5f), neighbour.Goal);

        Vector2 At(float ahead)
        {
            var frame = neighbour.Frame;
            var said = LinearIntention.At(frame.Position, frame.Velocity, frame.Coefficients, age + ahead);
            return Vector2.Lerp(position + (velocity * ahead), said, kept);
        }
    }
}
