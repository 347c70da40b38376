using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>The constants of one type of unit. Distances are between centres.</summary>
/// <param name="Letter">How pictures name it.</param>
/// <param name="Speed">When it moves, m/s.</param>
/// <param name="Damage">Health that one shot takes.</param>
/// <param name="Range">It hits what is nearer, m.</param>
/// <param name="Sight">It sees what is nearer, m.</param>
/// <param name="Radius">Of its body, m.</param>
/// <param name="Health">At the start.</param>
/// <param name="Reload">Mean of the time between two shots less half a tick, s.</param>
public sealed record UnitRules(string Letter, float Speed, float Damage, float Range, float Sight, float Radius, float Health, float Reload)
{
    /// <summary>SMAX's constants, one entry per <see cref="UnitType"/> (JaxMARL, jaxmarl/environments/smax, Apache-2.0).</summary>
    public static ImmutableArray<UnitRules> Smax { get; } =
    [
        new("m", Speed: 3.15f, Damage: 9f, Range: 5f, Sight: 9f, Radius: 0.375f, Health: 45f, Reload: 0.61f),
        new("M", Speed: 2.25f, Damage: 10f, Range: 6f, Sight: 10f, Radius: 0.5625f, Health: 125f, Reload: 1.07f),
        new("s", Speed: 4.13f, Damage: 13f, Range: 6f, Sight: 10f, Radius: 0.625f, Health: 160f, Reload: 1.87f),
        new("Z", Speed: 3.15f, Damage: 8f, Range: 2f, Sight: 9f, Radius: 0.5f, Health: 150f, Reload: 0.86f),
        new("z", Speed: 4.13f, Damage: 5f, Range: 2f, Sight: 8f, Radius: 0.375f, Health: 35f, Reload: 0.5f),
        new("h", Speed: 3.15f, Damage: 12f, Range: 5f, Sight: 9f, Radius: 0.625f, Health: 80f, Reload: 0.59f),
    ];

    /// <summary>Whether all constants are numbers that a fight can go on with.</summary>
    internal bool Sound => Positive(Radius) && Positive(Health) && Positive(Sight) && Positive(Reload)
        && NotNegative(Speed) && NotNegative(Damage) && NotNegative(Range);

    private static bool Positive(float value) => value > 0f && float.IsFinite(value);

    private static bool NotNegative(float value) => value >= 0f && float.IsFinite(value);
}
