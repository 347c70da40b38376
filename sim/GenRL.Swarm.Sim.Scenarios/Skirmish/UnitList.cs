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
        sight.Look(units, unit, deadToo: false);
        var (first, step) = unit < units.Allies ? (0, 1) : (units.Count - 1, -1);
        var before = UnitFeatures.Size * Math.Abs(unit - first);
        features.Write(sight, first, step, target[..before]);
        features.Write(sight, unit + step, step, target[before..]);
        if (_censored)
        {
            Censor(units, unit, sight, target);
        }
    }

    private void Censor(Units units, int unit, Sight sight, Span<float> target)
    {
        var team = unit < units.Allies ? 0 : 1;
        for (var other = units.First(1 - team); other < units.End(1 - team); other++)
        {
            var block = units.End(team) - units.First(team) - 1 + units.Number(team, other);
            UnitFeatures.Censor(options.SeesEnemyActions, !sight.Hides(unit, other), target.Slice(block * UnitFeatures.Size, UnitFeatures.Size));
        }
    }
}
