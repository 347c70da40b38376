using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>What a robot can do on a floor, worked out once per actuator model.</summary>
/// <param name="Braking">Braking that the barrier counts on, metres per second squared.</param>
/// <param name="TopSpeed">The largest speed that any allowed command settles at, metres per second.</param>
/// <param name="Rest">The command that settles at zero velocity, within the speed limit, metres per second.</param>
internal readonly record struct FloorLimits(double Braking, double TopSpeed, Vector2 Rest)
{
    /// <summary>
    /// Works out the limits. At rest a command of length r in any direction accelerates by at least (sigma_min(G) r - |bias|) / tau; in motion,
    /// braking is stronger still. r is the inner radius of the speed polygon.
    /// </summary>
    /// <exception cref="ArgumentException">The model is not finite, not invertible, has a delay out of range, or its bias is stronger than the actuators.</exception>
    public static FloorLimits Of(ActuatorModel model, ShieldOptions options)
    {
        double xx = model.GainXX, xy = model.GainXY, yx = model.GainYX, yy = model.GainYY, bias = model.Bias.Length();
        if (!double.IsFinite(xx + xy + yx + yy + bias + model.TimeConstant + model.Delay) || model.TimeConstant <= 0)
        {
            throw new ArgumentException("The actuator model needs finite numbers and a positive time constant.", nameof(model));
        }

        if (model.Delay is < 0 or > (float)CommandHistory.MaxDelay)
        {
            throw new ArgumentException($"The delay must lie in 0 to {CommandHistory.MaxDelay} s.", nameof(model));
        }

        // Singular values of a 2 x 2 matrix: half the sum and difference of two lengths.
        var sum = Math.Sqrt((xx + yy) * (xx + yy) + (yx - xy) * (yx - xy));
        var difference = Math.Sqrt((xx - yy) * (xx - yy) + (yx + xy) * (yx + xy));
        double largest = (sum + difference) / 2, smallest = Math.Abs(sum - difference) / 2;
        var available = (smallest * options.MaxSpeed * SpeedPolygon.InnerRadius - bias) / model.TimeConstant;
        if (available <= 0)
        {
            throw new ArgumentException("On this floor the actuators cannot brake in every direction.", nameof(model));
        }

        var determinant = xx * yy - xy * yx;
        var rest = new Vector2(
            (float)((xy * model.Bias.Y - yy * model.Bias.X) / determinant), (float)((yx * model.Bias.X - xx * model.Bias.Y) / determinant));
        return new FloorLimits(
            options.UsableBraking * Math.Min(available, options.MaxAcceleration), largest * options.MaxSpeed + bias, rest);
    }
}
