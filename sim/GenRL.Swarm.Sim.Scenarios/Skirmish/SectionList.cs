namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// The circle around a unit in equal sections, from -pi anticlockwise, each with the first so many units in it by index, zeros where there are fewer.
/// SMAX's rule to the letter: who lies just on a border is in no section, the dead are seen, and unit 0 is seen by nobody, since its index is what
/// stands for an empty place.
/// </summary>
internal sealed class SectionList : IObserver
{
    private readonly SkirmishOptions _options;
    private readonly float[] _borders;
    private readonly int[] _filled;

    /// <summary>Sections as the options have them.</summary>
    public SectionList(SkirmishOptions options)
    {
        _options = options;
        _filled = new int[options.Sections];
        _borders = new float[options.Sections + 1];
        for (var i = 0; i < _borders.Length; i++)
        {
            _borders[i] = (MathF.Tau * (i / (float)options.Sections)) - MathF.PI;
        }
    }

    /// <inheritdoc/>
    public int Size => UnitFeatures.Size * _options.Sections * _options.UnitsPerSection;

    /// <inheritdoc/>
    public void Observe(Units units, int unit, Sight sight, UnitFeatures features, Span<float> target)
    {
        sight.Look(units, unit, deadToo: true);
        target.Clear();
        _filled.AsSpan().Clear();
        for (var j = 1; j < units.Count; j++)
        {
            if (j == unit || sight.Seen[j] == 0)
            {
                continue;
            }

            var section = Section(sight.X[j], sight.Y[j]);
            if (section >= 0 && _filled[section] < _options.UnitsPerSection)
            {
                var place = (section * _options.UnitsPerSection) + _filled[section]++;
                var block = target.Slice(place * UnitFeatures.Size, UnitFeatures.Size);
                var mate = j < units.Allies == unit < units.Allies;
                features.Write(sight, j, 1, block);
                UnitFeatures.Censor(mate || _options.SeesEnemyActions, !sight.Hides(unit, j), block);
            }
        }
    }

    // The section between whose borders the unit lies, or -1.
    private int Section(float x, float y)
    {
        var angle = MathF.Atan(y / (x + 1e-8f)) + (x < 0f ? (y > 0f ? MathF.PI : -MathF.PI) : 0f);
        var near = Math.Clamp((int)((angle + MathF.PI) / MathF.Tau * _options.Sections), 0, _options.Sections - 1);
        for (var section = Math.Max(near - 1, 0); section <= Math.Min(near + 1, _options.Sections - 1); section++)
        {
            if (angle > _borders[section] && angle < _borders[section + 1])
            {
                return section;
            }
        }

        return -1;
    }
}
