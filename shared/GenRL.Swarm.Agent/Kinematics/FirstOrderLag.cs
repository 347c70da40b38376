using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Agent.Kinematics;

/// <summary>
/// The exact motion of <see cref="ActuatorModel"/> over one step with a constant command: v' = s + (v - s) e^(-dt/tau),
/// p' = p + s dt + (v - s) tau (1 - e^(-dt/tau)), s = G u + bias. Step size does not matter; the delay is the caller's.
/// </summary>
public readonly struct FirstOrderLag
{
    private readonly ActuatorModel _model;
    private readonly float _decay;
    private readonly float _carry;
    private readonly float _step;

    /// <summary>Prepares steps of <paramref name="stepSeconds"/> on <paramref name="model"/>.</summary>
    public FirstOrderLag(ActuatorModel model, float stepSeconds)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _step = stepSeconds;
        _decay = MathF.Exp(-stepSeconds / model.TimeConstant);
        _carry = model.TimeConstant * (1f - _decay);
    }

    /// <summary>Moves <paramref name="position"/> (metres) and <paramref name="velocity"/> (metres per second) by one step under command <paramref name="u"/>.</summary>
    public void Advance(ref Vector2 position, ref Vector2 velocity, Vector2 u)
    {
        var settled = _model.Settled(u);
        var excess = velocity - settled;
        position += (settled * _step) + (excess * _carry);
        velocity = settled + (excess * _decay);
    }
}
