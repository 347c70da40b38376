using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Sim.Floors;

/// <summary>
/// How floors vary from episode to episode in training. Every range is uniform; at strength s the drawn change is scaled by s, so that 0 leaves
/// the floor as it is and 1 uses the whole range.
/// </summary>
public sealed record DomainRandomisation
{
    /// <summary>The documented ranges.</summary>
    public static DomainRandomisation Default { get; } = new();

    /// <summary>Smallest factor on the time constant. Default 0.6.</summary>
    public float TimeConstantLow { get; init; } = 0.6f;

    /// <summary>Largest factor on the time constant. Default 1.6.</summary>
    public float TimeConstantHigh { get; init; } = 1.6f;

    /// <summary>Smallest factor on the whole gain matrix (slip). Default 0.9.</summary>
    public float GainLow { get; init; } = 0.9f;

    /// <summary>Largest factor on the whole gain matrix. Default 1.05.</summary>
    public float GainHigh { get; init; } = 1.05f;

    /// <summary>Most control steps (20 ms) added to the delay; 0 to this many are equally likely. Default 3.</summary>
    public int ExtraDelaySteps { get; init; } = 3;

    /// <summary>Largest standard deviation added to the measured position, metres; velocity gets twice that per second. Default 0.03.</summary>
    public float ExtraPositionNoise { get; init; } = 0.03f;

    /// <summary>
    /// What was measured of the real floor: a number that has a range here is drawn from it and not by the factors above. Default nothing.
    /// </summary>
    public FloorRange? Measured { get; init; }

    /// <summary>
    /// A floor drawn around <paramref name="floor"/>. Takes four numbers from <paramref name="random"/> whatever the strength, and thirteen more
    /// where there is something <see cref="Measured"/>.
    /// </summary>
    /// <param name="floor">The middle of the range.</param>
    /// <param name="strength">0 none to 1 the whole range.</param>
    /// <param name="random">The stream to draw from.</param>
    public Floor Draw(Floor floor, float strength, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(random);
        var time = 1f + (strength * (random.NextSingle(TimeConstantLow, TimeConstantHigh) - 1f));
        var gain = 1f + (strength * (random.NextSingle(GainLow, GainHigh) - 1f));
        var delay = MathF.Round(strength * random.NextInt32(ExtraDelaySteps + 1)) * PlanShape.StepSeconds;
        var noise = strength * random.NextSingle(0f, ExtraPositionNoise);
        var actuators = floor.Actuators;
        var drawn = floor with
        {
            Actuators = actuators with
            {
                TimeConstant = actuators.TimeConstant * time,
                GainXX = actuators.GainXX * gain,
                GainXY = actuators.GainXY * gain,
                GainYX = actuators.GainYX * gain,
                GainYY = actuators.GainYY * gain,
                Delay = actuators.Delay + delay,
            },
            PositionNoise = floor.PositionNoise + noise,
            VelocityNoise = floor.VelocityNoise + (2f * noise),
        };
        return Measured is null ? drawn : Measured.Replace(floor, drawn, strength, random);
    }
}
