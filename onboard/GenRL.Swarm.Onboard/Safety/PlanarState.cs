using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>Position (metres) and velocity (metres per second) in the world frame, double precision.</summary>
internal readonly record struct PlanarState(double X, double Y, double VelocityX, double VelocityY)
{
    /// <summary>
    /// This state <paramref name="seconds"/> later when the velocity settles at (<paramref name="settledX"/>, <paramref name="settledY"/>), metres per second,
    /// with the time constant of <paramref name="model"/>: the exact solution of dv/dt = (w - v) / tau.
    /// </summary>
    public PlanarState Settling(ActuatorModel model, double settledX, double settledY, double seconds)
    {
        var decay = Math.Exp(-seconds / model.TimeConstant);
        var reach = model.TimeConstant * (1 - decay);
        double offX = VelocityX - settledX, offY = VelocityY - settledY;
        return new PlanarState(
            X + settledX * seconds + offX * reach, Y + settledY * seconds + offY * reach, settledX + offX * decay, settledY + offY * decay);
    }
}
