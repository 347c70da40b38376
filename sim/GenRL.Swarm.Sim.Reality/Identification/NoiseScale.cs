using System.Text.Json.Serialization;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>How far measurements lie from the best simulation, per kind of number: what makes metres and radians comparable.</summary>
/// <param name="Position">Metres per axis.</param>
/// <param name="Velocity">Metres per second per axis.</param>
/// <param name="Heading">Radians.</param>
/// <param name="YawRate">Radians per second.</param>
public sealed record NoiseScale(
    [property: JsonPropertyName("position_m")] double Position, [property: JsonPropertyName("velocity_mps")] double Velocity,
    [property: JsonPropertyName("heading_rad")] double Heading, [property: JsonPropertyName("yaw_rate_radps")] double YawRate)
{
    /// <summary>What is assumed before anything is known.</summary>
    internal static NoiseScale Guess { get; } = new(0.01, 0.03, 0.02, 0.1);

    /// <summary>
    /// The scale that squared distances per measurement (position, velocity, heading, yaw rate) speak of, position and velocity over two axes. Nothing is taken
    /// to be more exact than half a millimetre, 1 mm/s, 2 mrad and 2 mrad/s: a simulated heading has no noise at all, and single precision has its own.
    /// </summary>
    internal static NoiseScale Of(ReadOnlySpan<double> squares) => new(
        Math.Max(5e-4, Math.Sqrt(squares[0] / 2)), Math.Max(1e-3, Math.Sqrt(squares[1] / 2)),
        Math.Max(2e-3, Math.Sqrt(squares[2])), Math.Max(2e-3, Math.Sqrt(squares[3])));
}
