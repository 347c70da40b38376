using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private const int Types = 7;

    // Kept and written as two runs of eight that overlap: 0 to 7 and 5 to 12.
    private const int Stride = 2 * Units.Block;
    private const int Second = Size - Units.Block;

    private readonly float[] _features = new float[count * Stride];

    /// <summary>Takes up all units as they are now, but for where they are.</summary>
    public void Describe(Units units)
    {
        var (ally, enemy) = (options.FirstAttack + options.Enemies.Length - 1, options.FirstAttack + options.Allies.Length - 1);
        for (var j = 0; j < units.Count; j++)
        {
            var attack = units.Attack[j] / (float)(j < units.Allies ? ally : enemy);
            var (ready, type) = (Readiness(units, j), units.Type[j]);
            var health = units.Health[j] / units.FullHealth[j];
            var bits = Vector256.Equals(Vector256<int>.Indices, Vector256.Create(type + Types - Second)).AsSingle() & Vector256<float>.One;
            Units.Store(Vector256.Create(health, 0f, 0f, units.MoveX[j], units.MoveY[j], attack, ready, type == 0 ? 1f : 0f), _features, j * Stride);
            Units.Store(bits.WithElement(0, attack).WithElement(1, ready), _features, (j * Stride) + Units.Block);
        }
    }

    /// <summary>Time until the weapon is ready over its full time, within [0, 1].</summary>
    public static float Readiness(Units units, int unit) => Math.Clamp(units.Cooldown[unit] / units.Reload[unit], 0f, 1f);

    /// <summary>How some units look to who looked last.</summary>
    /// <param name="sight">Says whether each is seen, and where; for who is not only zeros are written.</param>
    /// <param name="first">The first unit's index.</param>
    /// <param name="step">1 or -1: from each unit's index to the next one's.</param>
    /// <param name="target">Written; <see cref="Size"/> numbers for each of as many units as there is room for.</param>
    public void Write(Sight sight, int first, int step, Span<float> target)
    {
        var (seen, x, y, features) = (sight.Seen, sight.X, sight.Y, _features);
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var (at, unit) = (0, first); at <= target.Length - Size; at += Size, unit += step)
        {
            var mask = Vector256.Create(seen[unit]).AsSingle();
            ref var block = ref Unsafe.Add(ref start, at);
            (Units.Load(features, unit * Stride) & mask).StoreUnsafe(ref block);
            (Units.Load(features, (unit * Stride) + Units.Block) & mask).StoreUnsafe(ref block, Second);
            Unsafe.Add(ref block, 1) = x[unit];
            Unsafe.Add(ref block, 2) = y[unit];
        }
    }

    /// <summary>Takes out of what <see cref="Write"/> wrote what the looker must not know.</summary>
    /// <param name="actions">Whether actions are known.</param>
    /// <param name="traits">Whether health and type are known.</param>
    /// <param name="target">Changed.</param>
    public static void Censor(bool actions, bool traits, Span<float> target)
    {
        if (!actions)
        {
            target[3..6].Clear();
        }

        if (!traits)
        {
            target[0] = 0f;
            target[Types..Size].Clear();
        }
    }
}
