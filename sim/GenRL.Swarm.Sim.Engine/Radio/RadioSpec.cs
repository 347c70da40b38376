using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Radio;

/// <summary>How bad a radio is, on every link alike.</summary>
public sealed record RadioSpec
{
    /// <summary>A radio that loses nothing and delivers at once.</summary>
    public static RadioSpec Perfect { get; } = new();

    /// <summary>Least time from the end of sending to hearing, s. Default 0.</summary>
    public double Latency { get; init; }

    /// <summary>Most extra time, s, uniform; frames may overtake each other. Default 0.</summary>
    public double Jitter { get; init; }

    /// <summary>Probability that a link that is well loses a frame. Default 0.</summary>
    public double Loss { get; init; }

    /// <summary>Probability, per frame, that a link that was well falls ill (Gilbert 1960, Elliott 1963). Default 0: losses are independent.</summary>
    public double BurstStart { get; init; }

    /// <summary>Probability, per frame, that a link that was ill is well again: bursts last 1 / this frames. Default 1.</summary>
    public double BurstEnd { get; init; } = 1d;

    /// <summary>Probability that an ill link loses a frame. Default 1.</summary>
    public double BurstLoss { get; init; } = 1d;

    /// <summary>Greatest distance, m, at sending. Default none.</summary>
    public double Range { get; init; } = double.PositiveInfinity;

    /// <summary>What one robot can send, bytes per second; frames wait for each other. Default no limit.</summary>
    public double BytesPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>Bytes that may wait at a sender; a frame that would make it more is dropped. Default 1024.</summary>
    public int QueueBytes { get; init; } = 1024;

    /// <summary>Probability that a frame is heard twice, the second time after a jitter of its own. Default 0.</summary>
    public double Duplication { get; init; }

    /// <summary>Probability that a frame is held back by <see cref="ReorderingDelay"/>, so that later ones overtake it. Default 0.</summary>
    public double Reordering { get; init; }

    /// <summary>How long a frame that is held back is late, s. Default 0.1.</summary>
    public double ReorderingDelay { get; init; } = 0.1;

    /// <summary>This radio with loss and latency drawn from a description.</summary>
    /// <param name="ranges">Where from.</param>
    /// <param name="scale">How much of the ranges is used, 0 to 1.</param>
    /// <param name="random">Takes two numbers.</param>
    public RadioSpec Drawn(RandomisationSpec ranges, double scale, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return this with { Loss = ranges.MessageLoss.Draw(random, scale), Latency = ranges.MessageLatency.Draw(random, scale) };
    }

    /// <summary>This radio, if it makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not; the exception names the field.</exception>
    internal RadioSpec Checked()
    {
        Time(Latency, nameof(Latency));
        Time(Jitter, nameof(Jitter));
        Time(ReorderingDelay, nameof(ReorderingDelay));
        Probability(Loss, nameof(Loss));
        Probability(BurstStart, nameof(BurstStart));
        Probability(BurstEnd, nameof(BurstEnd));
        Probability(BurstLoss, nameof(BurstLoss));
        Probability(Duplication, nameof(Duplication));
        Probability(Reordering, nameof(Reordering));
        Require(Range >= 0d, Range, nameof(Range), "must not be negative");
        Require(BytesPerSecond > 0d, BytesPerSecond, nameof(BytesPerSecond), "must be positive");
        Require(QueueBytes >= 0, QueueBytes, nameof(QueueBytes), "must not be negative");
        return this;

        static void Time(double value, string field) => Require(value is >= 0d and < 60d, value, field, "must lie between 0 and 60 s");

        static void Probability(double value, string field) => Require(value is >= 0d and <= 1d, value, field, "must lie between 0 and 1");

        static void Require(bool condition, double value, string field, string rule)
        {
            if (!condition)
            {
                throw new ArgumentOutOfRangeException(field, value, $"radio: {rule}");
            }
        }
    }
}
