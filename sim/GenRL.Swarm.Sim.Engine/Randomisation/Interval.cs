using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Engine.Randomisation;

/// <summary>From where a quantity is drawn, uniformly, and what it is when nothing is randomised.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="Nominal">The value at scale 0; between the two.</param>
/// <param name="Step">Distance of the values that can be drawn, from <paramref name="Low"/> on; 0 for all in between.</param>
public readonly record struct Interval(double Low, double High, double Nominal, double Step = 0d)
{
    /// <summary>Values that can be drawn, where they are few: with a step.</summary>
    internal int Choices => (int)Math.Round((High - Low) / Step) + 1;

    /// <summary>Always <paramref name="value"/>.</summary>
    public static Interval Only(double value) => new(value, value, value);

    /// <summary>A value for one world.</summary>
    /// <param name="random">Takes one number, whatever the scale.</param>
    /// <param name="scale">0 for the nominal value to 1 for the whole interval.</param>
    public double Draw(RandomStream random, double scale = 1d)
    {
        ArgumentNullException.ThrowIfNull(random);
        var drawn = Step > 0d ? Low + (Step * random.NextInt32(Choices)) : Low + ((High - Low) * random.NextSingle());
        return Nominal + (scale * (drawn - Nominal));
    }

    /// <summary>This interval, if its numbers make sense and lie in what the quantity allows.</summary>
    /// <exception cref="ArgumentException">They do not; the message names the field and the rule.</exception>
    internal Interval Checked(string field, double least, double most)
    {
        Require(double.IsFinite(Low) && double.IsFinite(High) && double.IsFinite(Nominal) && double.IsFinite(Step), "must be finite");
        Require(Low <= High, "is reversed");
        Require(Low >= least && High <= most, $"must lie between {least} and {most}");
        Require(Nominal >= Low && Nominal <= High, $"must hold its nominal value {Nominal}");
        Require(Step >= 0d, "must have a step that is not negative");
        return this;

        void Require(bool condition, string rule)
        {
            if (!condition)
            {
                throw new ArgumentException($"randomisation: {field} {rule}", field);
            }
        }
    }
}
