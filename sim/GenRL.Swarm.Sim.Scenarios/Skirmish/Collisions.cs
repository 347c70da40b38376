using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Pushes living units that overlap apart: each of two moves by half of d (R / (|d| + 1e-6) - 1), d the way from the other's centre to its own and R the
/// sum of the radii; several pushes add. All pushes are from the positions before.
/// </summary>
internal sealed class Collisions(int padded)
{
    // Where the dead are put for the others' sake: nobody touches them there, and the square of the distance is still a number.
    private const float Away = 1e9f;

    private readonly float[] _x = new float[padded];
    private readonly float[] _y = new float[padded];

    /// <summary>One round of pushes.</summary>
    public void Separate(Units units)
    {
        for (var i = 0; i < units.Padded; i += Units.Block)
        {
            var alive = Vector256.GreaterThan(Units.Load(units.Health, i), Vector256<float>.Zero);
            Units.Store(Vector256.ConditionalSelect(alive, Units.Load(units.X, i), Vector256.Create(Away)), _x, i);
            Units.Store(Vector256.ConditionalSelect(alive, Units.Load(units.Y, i), Vector256.Create(Away)), _y, i);
        }

        for (var i = 0; i < units.Count; i++)
        {
            if (units.Health[i] > 0f)
            {
                Push(units, i);
            }
        }
    }

    private void Push(Units units, int unit)
    {
        var (x, y, radius) = (Vector256.Create(_x[unit]), Vector256.Create(_y[unit]), Vector256.Create(units.Radius[unit]));
        var (pushX, pushY) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var j = 0; j < units.Padded; j += Units.Block)
        {
            var (dx, dy) = (x - Units.Load(_x, j), y - Units.Load(_y, j));
            var square = (dx * dx) + (dy * dy);
            var reach = radius + Units.Load(units.Radius, j);
            if (!Vector256.LessThanAny(square, reach * reach))
            {
                continue;
            }

            var overlap = Vector256.Max((reach / (Vector256.Sqrt(square) + Vector256.Create(1e-6f))) - Vector256<float>.One, Vector256<float>.Zero);
            pushX += dx * overlap;
            pushY += dy * overlap;
        }

        units.X[unit] += Sum(pushX) / 2f;
        units.Y[unit] += Sum(pushY) / 2f;
    }

    // In an order of our own, the same on every machine.
    private static float Sum(Vector256<float> values)
    {
        var four = values.GetLower() + values.GetUpper();
        return four[0] + four[1] + (four[2] + four[3]);
    }
}
