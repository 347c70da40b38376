using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>A skirmish's rules; the defaults are SMAX's.</summary>
public sealed record SkirmishOptions
{
    /// <summary>Most units of a team.</summary>
    public const int MostUnits = 64;

    /// <summary>Type of each ally, 1 to 64 of them.</summary>
    public required ImmutableArray<UnitType> Allies { get; init; }

    /// <summary>Type of each enemy, 1 to 64 of them.</summary>
    public required ImmutableArray<UnitType> Enemies { get; init; }

    /// <summary>Whether each episode draws its own types: those of the allies, which the enemies have too. Default false.</summary>
    public bool RandomTypes { get; init; }

    /// <summary>Relative chance of each type in that draw. Default: all alike.</summary>
    public ImmutableArray<float> TypeWeights { get; init; } = [1f, 1f, 1f, 1f, 1f, 1f];

    /// <summary>Where units start. Default: facing each other.</summary>
    public StartPositions Starts { get; init; }

    /// <summary>Constants of each type. Default: SMAX's.</summary>
    public ImmutableArray<UnitRules> Units { get; init; } = UnitRules.Smax;

    /// <summary>Extent of the map along x, m. Default 32.</summary>
    public float Width { get; init; } = 32f;

    /// <summary>Extent of the map along y, m. Default 32.</summary>
    public float Height { get; init; } = 32f;

    /// <summary>Whether a unit that touches the map's edge dies. Default true.</summary>
    public bool EdgesKill { get; init; } = true;

    /// <summary>Ticks in one step, at least 1. Default 8.</summary>
    public int TicksPerStep { get; init; } = 8;

    /// <summary>Length of a tick, s. Default 1/16.</summary>
    public float TickSeconds { get; init; } = 1f / 16f;

    /// <summary>
    /// The first step that begins with so many steps behind it is the last: an undecided episode has one step more than this, as in SMAX, which
    /// compares before it counts. Default 100.
    /// </summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>Reward for having killed all of the other team while somebody of one's own lives. Default 1.</summary>
    public float WinBonus { get; init; } = 1f;

    /// <summary>Whether damage earns nothing and losing costs the bonus, so that both teams' rewards sum to zero. Default false.</summary>
    public bool ZeroSum { get; init; }

    /// <summary>Whether a unit sees what the other team's units last did. Default true.</summary>
    public bool SeesEnemyActions { get; init; } = true;

    /// <summary>Who is driven. Default: the allies.</summary>
    public Control Control { get; init; }

    /// <summary>How actions are given. Default: discrete.</summary>
    public ActionCoding Coding { get; init; }

    /// <summary>How observations are laid out. Default: a list of units.</summary>
    public ObservationLayout Layout { get; init; }

    /// <summary>Sections of <see cref="ObservationLayout.Sections"/>, at least 1. Default 32.</summary>
    public int Sections { get; init; } = 32;

    /// <summary>Units that a section shows at most, at least 1. Default 2.</summary>
    public int UnitsPerSection { get; init; } = 2;

    /// <summary>What lies in a driven unit's view. Default: a circle.</summary>
    public FieldOfView View { get; init; }

    /// <summary>Directions that a cone may look into; its angle is a turn divided by them. At least 2. Default 12.</summary>
    public int Looks { get; init; } = 12;

    /// <summary>
    /// Chance that an enemy which a driven unit is the first to see can be seen, in this episode, by a given teammate too; the first always can.
    /// SMACv2's prob_obs_enemy: 1 by default, 0 is its extended partial observability.
    /// </summary>
    public float SharedSight { get; init; } = 1f;

    /// <summary>Chance that, for an episode, a driven unit sees neither health nor type of a given enemy. SMACv2's mask_probability: 0 by default.</summary>
    public float HiddenTraits { get; init; }

    /// <summary>Whether the scripted enemy shoots. Default true.</summary>
    public bool EnemyShoots { get; init; } = true;

    /// <summary>Which target the scripted enemy takes. Default: the closest.</summary>
    public TargetChoice EnemyTargets { get; init; }

    /// <summary>Number of the first attack; the choices before it are the moves, the stop, and the looks of a cone.</summary>
    internal int FirstAttack => Orders.Stop + 1 + (View == FieldOfView.Cone ? Looks : 0);

    /// <summary>Throws where the options make no skirmish, naming the field.</summary>
    /// <exception cref="ScenarioException">A field is out of its range.</exception>
    internal void Check()
    {
        CheckTeam(Allies, nameof(Allies));
        CheckTeam(Enemies, nameof(Enemies));
        Require(Units.Length == UnitRules.Smax.Length && Units.All(unit => unit.Sound), nameof(Units), "one entry per type, finite, not negative");
        Require(TypeWeights.Length == Units.Length && TypeWeights.All(weight => weight >= 0f) && TypeWeights.Sum() is > 0f and < float.PositiveInfinity,
            nameof(TypeWeights), "one per type, not negative, not all zero");
        Require(Width > 0f && float.IsFinite(Width), nameof(Width), "positive");
        Require(Height > 0f && float.IsFinite(Height), nameof(Height), "positive");
        Require(TicksPerStep > 0, nameof(TicksPerStep), "positive");
        Require(TickSeconds > 0f && float.IsFinite(TickSeconds), nameof(TickSeconds), "positive");
        Require(MaxSteps >= 0, nameof(MaxSteps), "not negative");
        Require(float.IsFinite(WinBonus), nameof(WinBonus), "finite");
        Require(Sections > 0, nameof(Sections), "positive");
        Require(UnitsPerSection > 0, nameof(UnitsPerSection), "positive");
        Require(Looks >= 2, nameof(Looks), "at least 2");
        Require(SharedSight is >= 0f and <= 1f, nameof(SharedSight), "between 0 and 1");
        Require(HiddenTraits is >= 0f and <= 1f, nameof(HiddenTraits), "between 0 and 1");
        Require(View == FieldOfView.Circle || Coding == ActionCoding.Discrete, nameof(View), "a circle where actions are continuous: only a choice turns a cone");
    }

    private static void CheckTeam(ImmutableArray<UnitType> team, string name) =>
        Require(!team.IsDefault && team.Length is >= 1 and <= MostUnits && team.All(Enum.IsDefined), name, $"1 to {MostUnits} units of known types");

    private static void Require(bool holds, string field, string what)
    {
        if (!holds)
        {
            throw new ScenarioException($"skirmish: {field} must be {what}");
        }
    }
}
