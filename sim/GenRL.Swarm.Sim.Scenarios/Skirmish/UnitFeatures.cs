using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// What a unit looks like to another, 13 numbers: share of health; position relative to the viewer over the viewer's range of sight, x and y; the last
/// order to move, x and y; the last attack's number over the highest number of its team; time until the weapon is ready over its full time, within
/// [0, 1]; six bits of type.
/// </summary>
internal sealed class UnitFeatures(SkirmishOptions options, int count)
{
    /// <summary>Numbers of one unit.</summary>
    public const int Size = 13;

    private const int Stride = 16;
    private const int Types = 7;

    // Written as two runs of eight that overlap: 0 to 7 and 5 to 12.
    private const int Second = Size - Units.Block;

    private static readonly Vector256<float> NoActions = Vector256.Create(-1, -1, -1, 0, 0, 0, -1, -1).AsSingle();
    private static readonly Vector256<float> NoActionsSecond = Vector256.Create(0, -1, -1, -1, -1, -1, -1, -1).AsSingle();
    private static readonly Vector256<float> NoTraits = Vector256.Create(0, -1, -1, -1, -1, -1, -1, 0).AsSingle();
    private static readonly Vector256<float> NoTraitsSecond = Vector256.Create(-1, -1, 0, 0, 0, 0, 0, 0).AsSingle();

    private readonly float[] _features = new float[count * Stride];

    /// <summary>Takes up all units as they are now, positions absolute.</summary>
    public void Describe(Units units)
    {
        var (ally, enemy) = (options.FirstAttack + options.Enemies.Length - 1, options.FirstAttack + options.Allies.Length - 1);
        for (var j = 0; j < units.Count; j++)
        {
            var features = _features.AsSpan(j * Stride, Stride);
            features.Clear();
            features[0] = units.Health[j] / units.FullHealth[j];
            features[1] = units.X[j];
            features[2] = units.Y[j];
            features[3] = units.MoveX[j];
            features[4] = units.MoveY[j];
            features[5] = units.Attack[j] / (float)(j < units.Allies ? ally : enemy);
            features[6] = Readiness(units, j);
            features[Types + units.Type[j]] = 1f;
        }
    }

    /// <summary>Time until the weapon is ready over its full time, within [0, 1].</summary>
    public static float Readiness(Units units, int unit) => Math.Clamp(units.Cooldown[unit] / units.Reload[unit], 0f, 1f);

    /// <summary>How <paramref name="unit"/> looks to <paramref name="viewer"/>.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="unit">Who is looked at.</param>
    /// <param name="seen">All bits, or none: then only zeros are written.</param>
    /// <param name="target">Written; <see cref="Size"/> numbers.</param>
    public void Write(in Viewer viewer, int unit, int seen, Span<float> target)
    {
        var (first, second) = Masked(viewer, unit, Vector256.Create(seen).AsSingle());
        first.CopyTo(target);
        second.CopyTo(target[Second..]);
    }

    /// <summary>As <see cref="Write"/>, without what the viewer must not know: actions of the other team, traits.</summary>
    public void WriteCensored(in Viewer viewer, int unit, int seen, bool actions, bool traits, Span<float> target)
    {
        var (first, second) = Masked(viewer, unit, Vector256.Create(seen).AsSingle());
        if (!actions)
        {
            (first, second) = (first & NoActions, second & NoActionsSecond);
        }

        if (!traits)
        {
            (first, second) = (first & NoTraits, second & NoTraitsSecond);
        }

        first.CopyTo(target);
        second.CopyTo(target[Second..]);
    }

    private (Vector256<float> First, Vector256<float> Second) Masked(in Viewer viewer, int unit, Vector256<float> mask)
    {
        var first = Units.Load(_features, unit * Stride);
        var second = Units.Load(_features, (unit * Stride) + Second);
        return ((first - viewer.Origin) / viewer.Scale & mask, second & mask);
    }

    /// <summary>The viewer's place and range of sight, laid out as the first eight features are.</summary>
    internal readonly struct Viewer(Units units, int unit)
    {
        /// <summary>Subtracted from the features.</summary>
        public Vector256<float> Origin { get; } = Vector256.Create(0f, units.X[unit], units.Y[unit], 0f, 0f, 0f, 0f, 0f);

        /// <summary>Divides the features.</summary>
        public Vector256<float> Scale { get; } = Vector256.Create(1f, units.Sight[unit], units.Sight[unit], 1f, 1f, 1f, 1f, 1f);
    }
}
