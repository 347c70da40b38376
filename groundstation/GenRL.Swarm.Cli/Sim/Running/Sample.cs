namespace GenRL.Swarm.Cli.Sim.Running;

/// <summary>Mean and spread of numbers that come one by one (Welford 1962).</summary>
internal sealed class Sample
{
    /// <summary>The 97.5 % quantile of the normal distribution.</summary>
    private const double Normal = 1.959964;

    private double _squares;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; NaN of none.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>Half the width of the mean's 95 % interval (Student's t); NaN of less than two.</summary>
    public double HalfWidth => Count < 2 ? double.NaN : Student(Count - 1) * Math.Sqrt(_squares / (Count - 1) / Count);

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        Count++;
        var before = Count == 1 ? 0d : Mean;
        Mean = before + ((value - before) / Count);
        _squares += (value - before) * (value - Mean);
    }

    /// <summary>The 97.5 % quantile of Student's t: exact for 1 and 2 degrees of freedom, else Cornish and Fisher's expansion (within 0.3 %).</summary>
    private static double Student(long degrees)
    {
        if (degrees < 3)
        {
            return degrees == 1 ? 12.706205 : 4.302653;
        }

        var (z, n) = (Normal, (double)degrees);
        var square = z * z;
        return z
            + (z * (square + 1) / (4 * n))
            + (z * ((((5 * square) + 16) * square) + 3) / (96 * n * n))
            + (z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / (384 * n * n * n));
    }
}
