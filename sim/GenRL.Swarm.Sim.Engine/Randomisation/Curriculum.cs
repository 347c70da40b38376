namespace GenRL.Swarm.Sim.Engine.Randomisation;

/// <summary>
/// How much of its ranges a world draws from in its episodes: scale <paramref name="From"/> in its first one, growing evenly to
/// <paramref name="To"/> in episode number <paramref name="Episodes"/> and after. Every world counts its own episodes, from the reset on.
/// </summary>
/// <param name="From">Scale at first, 0 (nominal values) to 1 (whole ranges).</param>
/// <param name="To">Scale in the end, 0 to 1.</param>
/// <param name="Episodes">Episodes that the way takes; 0 for the end at once.</param>
public sealed record Curriculum(double From, double To, int Episodes)
{
    /// <summary>Nominal values throughout.</summary>
    public static Curriculum Off { get; } = Constant(0d);

    /// <summary>Whole ranges throughout.</summary>
    public static Curriculum Full { get; } = Constant(1d);

    internal bool IsConstant => Episodes == 0 || From == To;

    /// <summary>The same scale in every episode.</summary>
    public static Curriculum Constant(double scale) => new(scale, scale, 0);

    /// <summary>This curriculum, if it makes sense.</summary>
    /// <exception cref="ArgumentException">It does not; the message names the field.</exception>
    internal Curriculum Checked()
    {
        Require(From is >= 0d and <= 1d, nameof(From), "must lie between 0 and 1");
        Require(To is >= 0d and <= 1d, nameof(To), "must lie between 0 and 1");
        Require(Episodes >= 0, nameof(Episodes), "must not be negative");
        return this;

        static void Require(bool condition, string field, string rule)
        {
            if (!condition)
            {
                throw new ArgumentException($"randomisation: Curriculum.{field} {rule}", field);
            }
        }
    }
}
