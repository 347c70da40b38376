using System.Numerics;

namespace GenRL.Swarm.Contracts.Actuation;

/// <summary>
/// How a commanded planar velocity u becomes motion on a floor: dv/dt = (G u(t - delay) + bias - v) / tau, dp/dt = v. The
/// simulator's floors, the shield's parameters and system identification all speak of these six quantities.
/// </summary>
/// <param name="TimeConstant">tau, seconds, positive.</param>
/// <param name="GainXX">First row, first column of the gain matrix G.</param>
/// <param name="GainXY">First row, second column of G.</param>
/// <param name="GainYX">Second row, first column of G.</param>
/// <param name="GainYY">Second row, second column of G.</param>
/// <param name="Delay">Command delay, seconds, not negative.</param>
/// <param name="Bias">Constant drift, metres per second, world axes.</param>
public sealed record ActuatorModel(
    float TimeConstant, float GainXX, float GainXY, float GainYX, float GainYY, float Delay, Vector2 Bias)
{
    /// <summary>The floor that the shipped models were trained on: tau 0.25 s, identity gain, no delay, no bias.</summary>
    public static ActuatorModel Nominal { get; } = new(0.25f, 1f, 0f, 0f, 1f, 0f, Vector2.Zero);

    /// <summary>A model whose gain matrix is <paramref name="gain"/> times a rotation by <paramref name="rotation"/> radians.</summary>
    public static ActuatorModel Rotated(float timeConstant, float gain, float rotation, float delay, Vector2 bias = default)
    {
        var c = gain * MathF.Cos(rotation);
        var s = gain * MathF.Sin(rotation);
        return new ActuatorModel(timeConstant, c, -s, s, c, delay, bias);
    }

    /// <summary>The velocity that command <paramref name="u"/> settles at: G u + bias, metres per second.</summary>
    public Vector2 Settled(Vector2 u) => new Vector2(GainXX * u.X + GainXY * u.Y, GainYX * u.X + GainYY * u.Y) + Bias;
}
