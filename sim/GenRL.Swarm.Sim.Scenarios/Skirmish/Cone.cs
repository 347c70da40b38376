namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// A cone of view: a turn divided by the number of directions it can look into, about the direction it looks into. SMACv2 compares angles by
/// arctan(y / x) with x's sign forced, which sees the mirror image behind the unit as well; this is the cone itself.
/// </summary>
internal sealed class Cone
{
    private readonly float[] _x;
    private readonly float[] _y;
    private readonly float _cosine;

    /// <summary>Cones with so many directions.</summary>
    public Cone(int looks)
    {
        (_x, _y) = (new float[looks], new float[looks]);
        for (var look = 0; look < looks; look++)
        {
            (_y[look], _x[look]) = MathF.SinCos(MathF.Tau * look / looks);
        }

        _cosine = MathF.Cos(MathF.PI / looks);
    }

    /// <summary>Turns a unit to direction <paramref name="look"/>, counted anticlockwise from x.</summary>
    public void Turn(Units units, int unit, int look) => (units.LookX[unit], units.LookY[unit]) = (_x[look], _y[look]);

    /// <summary>Whether <paramref name="other"/> lies in the cone of <paramref name="unit"/>, however far.</summary>
    public bool Holds(Units units, int unit, int other)
    {
        var (dx, dy) = (units.X[other] - units.X[unit], units.Y[other] - units.Y[unit]);
        return (dx * units.LookX[unit]) + (dy * units.LookY[unit]) > _cosine * MathF.Sqrt((dx * dx) + (dy * dy));
    }
}
