using System.Text.Json.Serialization;

namespace GenRL.Swarm.Sim.Floors;

/// <summary>A range of one number.</summary>
/// <param name="Low">Its smallest value.</param>
/// <param name="High">Its largest value, not below the smallest.</param>
public readonly record struct ValueRange(float Low, float High)
{
    /// <summary>The number halfway.</summary>
    [JsonIgnore]
    public float Middle => (Low + High) * 0.5f;
}
