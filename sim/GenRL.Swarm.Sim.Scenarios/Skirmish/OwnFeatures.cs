namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// What a unit knows of itself: share of health; position over the map's extent, x and y; time until its weapon is ready over its full time, within
/// [0, 1]; where it looks, x and y, if it has a cone; six bits of type.
/// </summary>
internal sealed class OwnFeatures(SkirmishOptions options)
{
    private readonly bool _looks = options.View == FieldOfView.Cone;

    /// <summary>Numbers of one unit.</summary>
    public int Size => Types + UnitRules.Smax.Length;

    private int Types => _looks ? 6 : 4;

    /// <summary>Writes them; the unit is alive.</summary>
    public void Write(Units units, int unit, Span<float> target)
    {
        target.Clear();
        target[0] = units.Health[unit] / units.FullHealth[unit];
        target[1] = units.X[unit] / options.Width;
        target[2] = units.Y[unit] / options.Height;
        target[3] = UnitFeatures.Readiness(units, unit);
        if (_looks)
        {
            (target[4], target[5]) = (units.LookX[unit], units.LookY[unit]);
        }

        target[Types + units.Type[unit]] = 1f;
    }
}
