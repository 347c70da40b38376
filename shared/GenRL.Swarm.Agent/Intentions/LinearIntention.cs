using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Agent.Intentions;

/// <summary>
/// The linear part of an intention: how a planned path departs from constant velocity, projected on three fixed polynomials per axis and
/// quantised to 8 bits each. The basis spans t^2, t^3, t^4 (a departure has neither value nor slope at t = 0), orthonormal over the plan's
/// 15 instants under the mean, so that a coefficient of 1 is a root-mean-square departure of 1 m. Being fixed, it needs no training and
/// every robot has the same one. Allocates nothing.
/// </summary>
public static class LinearIntention
{
    /// <summary>Names this basis in HELLO frames.</summary>
    public const byte BasisId = 1;

    /// <summary>Length of a plan, seconds: where the basis ends.</summary>
    public const float Duration = PlanShape.Horizon * PlanShape.TickSeconds;

    private const int Functions = LinearCoefficients.Count / 2;
    private const float Unit = 0.0125f;

    /// <summary>Row i: coefficients of basis function i in s^2, s^3, s^4, where s = t / <see cref="Duration"/>.</summary>
    private static readonly float[] Basis = Orthonormalise();

    /// <summary>Codes a path.</summary>
    /// <param name="position">Where the path starts, metres.</param>
    /// <param name="velocity">The velocity that receivers extrapolate with, metres per second.</param>
    /// <param name="path">Positions at 0.1, 0.2, ... 1.5 s, [H], metres.</param>
    public static LinearCoefficients Encode(Vector2 position, Vector2 velocity, ReadOnlySpan<Vector2> path)
    {
        Span<float> sums = stackalloc float[LinearCoefficients.Count];
        sums.Clear();
        for (var k = 0; k < PlanShape.Horizon; k++)
        {
            var t = (k + 1) * PlanShape.TickSeconds;
            var departure = path[k] - (position + (velocity * t));
            for (var i = 0; i < Functions; i++)
            {
                var b = Function(i, t / Duration);
                sums[i] += departure.X * b;
                sums[Functions + i] += departure.Y * b;
            }
        }

        var code = default(LinearCoefficients);
        for (var i = 0; i < LinearCoefficients.Count; i++)
        {
            var scaled = sums[i] / PlanShape.Horizon / Unit;
            code[i] = float.IsNaN(scaled) ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(scaled), -127f, 127f);
        }

        return code;
    }

    /// <summary>Where the coded path is at <paramref name="t"/> seconds after it was made; beyond its end it goes on straight.</summary>
    public static Vector2 At(Vector2 position, Vector2 velocity, LinearCoefficients code, float t)
    {
        if (t <= Duration)
        {
            return position + (velocity * t) + Departure(code, t / Duration);
        }

        const float Slope = 0.05f;
        var end = position + (velocity * Duration) + Departure(code, 1f);
        var before = position + (velocity * (Duration - Slope)) + Departure(code, 1f - (Slope / Duration));
        return end + ((end - before) * ((t - Duration) / Slope));
    }

    private static Vector2 Departure(LinearCoefficients code, float s)
    {
        var sum = Vector2.Zero;
        for (var i = 0; i < Functions; i++)
        {
            sum += new Vector2(code[i], code[Functions + i]) * (Unit * Function(i, s));
        }

        return sum;
    }

    private static float Function(int i, float s) => s * s * (Basis[3 * i] + (s * (Basis[(3 * i) + 1] + (s * Basis[(3 * i) + 2]))));

    /// <summary>Gram-Schmidt on s^2, s^3, s^4 over the plan's instants, in double precision.</summary>
    private static float[] Orthonormalise()
    {
        var rows = new double[Functions][];
        for (var i = 0; i < Functions; i++)
        {
            var row = new double[3];
            row[i] = 1;
            for (var j = 0; j < i; j++)
            {
                var overlap = Inner(row, rows[j]);
                for (var c = 0; c < 3; c++)
                {
                    row[c] -= overlap * rows[j][c];
                }
            }

            var norm = Math.Sqrt(Inner(row, row));
            rows[i] = [row[0] / norm, row[1] / norm, row[2] / norm];
        }

        return [.. rows.SelectMany(r => r.Select(c => (float)c))];
    }

    private static double Inner(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 1; k <= PlanShape.Horizon; k++)
        {
            var s = k / (double)PlanShape.Horizon;
            sum += Value(a, s) * Value(b, s);
        }

        return sum / PlanShape.Horizon;

        static double Value(double[] row, double s) => s * s * (row[0] + (s * (row[1] + (s * row[2]))));
    }
}
