namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// A block of <see cref="UnitFeatures"/> for each other unit, zeros for those unseen or dead: an ally lists by index, an enemy by falling index, so
/// that each lists its own team first and the others in the order of its attacks.
/// </summary>
internal sealed class UnitList(SkirmishOptions options) : IObserver
{
    private readonly bool _censored = !options.SeesEnemyActions || options.HiddenTraits > 0f;

    /// <inheritdoc/>
    public int Size { get; } = UnitFeatures.Size * (options.Allies.Length + options.Enemies.Length - 1);

    /// <inheritdoc/>
    public void Observe(Units units, int unit, Sight sight, UnitFeatures features, Span<float> target)
    {
        var viewer = new UnitFeatures.Viewer(units, unit);
        var seen = sight.Look(units, unit, deadToo: false);
        var (first, step) = unit < units.Allies ? (0, 1) : (units.Count - 1, -1);
        for (var j = first; (uint)j < (uint)units.Count; j += step)
        {
            if (j == unit)
            {
                continue;
            }

            if (_censored)
            {
                var mate = j < units.Allies == unit < units.Allies;
                features.WriteCensored(viewer, j, seen[j], mate || options.SeesEnemyActions, !sight.Hides(unit, j), target);
            }
            else
            {
                features.Write(viewer, j, seen[j], target);
            }

            target = target[UnitFeatures.Size..];
        }
    }
}
