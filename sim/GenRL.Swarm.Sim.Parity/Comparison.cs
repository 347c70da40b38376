namespace GenRL.Swarm.Sim.Parity;

/// <summary>Gathers what one file's run compared: counts, worst deviations per quantity, and the first value that fails.</summary>
internal sealed class Comparison
{
    private readonly double[] _worst = new double[Enum.GetValues<Quantity>().Length];
    private readonly long[] _compared = new long[Enum.GetValues<Quantity>().Length];

    /// <summary>Set by the system from the file before its first comparison.</summary>
    public Tolerance Tolerance { get; set; }

    /// <summary>Whether what follows is compared from the stored state of the step before, instead of freely from `init`.</summary>
    public bool OneStep { get; set; }

    /// <summary>Steps that the file stores; for files of rows, rows. Counted once, in the free run.</summary>
    public int Steps { get; set; }

    /// <summary>Values compared.</summary>
    public long Values { get; private set; }

    /// <summary>Outcomes of draws that were read from the file in the free run.</summary>
    public long Injected { get; private set; }

    /// <summary>Quantities that the file stores and no rule gives, so that nothing could be compared; for people.</summary>
    public List<string> NotCompared { get; } = [];

    /// <summary>The first value beyond its tolerance, in words; null while all pass.</summary>
    public string? Failure { get; private set; }

    /// <summary>Where the comparison stands, in words; empty before its first step.</summary>
    public string Where { get; private set; } = "";

    /// <summary>Values of a quantity that were compared.</summary>
    public long Compared(Quantity quantity) => _compared[(int)quantity];

    /// <summary>The greatest deviation of a quantity so far.</summary>
    public double Worst(Quantity quantity) => _worst[(int)quantity];

    /// <summary>Names where the following values stand: a step, an agent.</summary>
    public void At(int step, string what) => Where = $"{(OneStep ? "one step" : "free run")}, step {step}, {what}";

    /// <summary>Counts outcomes of draws that were read from the file.</summary>
    public void Inject(int values) => Injected += OneStep ? 0 : values;

    /// <summary>Compares one value.</summary>
    public void Expect(Quantity quantity, double expected, double actual)
    {
        Values++;
        _compared[(int)quantity]++;
        var deviation = expected.Equals(actual) ? 0d : Math.Abs(expected - actual);
        // Written so that NaN fails.
        if (!(deviation <= Allowed(quantity)))
        {
            Failure ??= FormattableString.Invariant($"{Where}, {quantity}: {actual:R} instead of {expected:R}");
            deviation = double.IsNaN(deviation) ? double.PositiveInfinity : deviation;
        }

        ref var worst = ref _worst[(int)quantity];
        worst = Math.Max(worst, deviation);
    }

    /// <summary>Compares a row of values.</summary>
    public void Expect(Quantity quantity, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        if (expected.Length != actual.Length)
        {
            Failure ??= $"{Where}, {quantity}: {actual.Length} values instead of {expected.Length}";
            _worst[(int)quantity] = double.PositiveInfinity;
            return;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            Expect(quantity, expected[i], actual[i]);
        }
    }

    private double Allowed(Quantity quantity) =>
        (quantity == Quantity.Reward, OneStep) switch
        {
            (true, true) => Tolerance.OneStepReward,
            (true, false) => Tolerance.Reward,
            (false, true) => Tolerance.OneStep,
            (false, false) => Tolerance.FreeRun,
        };
}
