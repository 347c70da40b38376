using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>
/// A first-order lag dx/dt = (s - x) / tau over one step of constant s, solved exactly: x' = s + (x - s) Decay, and the integral of x over the
/// step is s Dt + (x - s) Coast. Two half steps equal one whole step, so the step size does not matter.
/// </summary>
/// <param name="Dt">Length of the step, seconds.</param>
/// <param name="Decay">exp(-dt / tau).</param>
/// <param name="Coast">tau (1 - exp(-dt / tau)), seconds.</param>
internal readonly record struct LagCoefficients(float Dt, float Decay, float Coast)
{
    /// <summary>The coefficients of <paramref name="actuators"/> for a step of <paramref name="dt"/> seconds.</summary>
    public static LagCoefficients Of(ActuatorModel actuators, double dt)
    {
        var decay = Math.Exp(-dt / actuators.TimeConstant);
        return new LagCoefficients((float)dt, (float)decay, (float)(actuators.TimeConstant * (1d - decay)));
    }
}
