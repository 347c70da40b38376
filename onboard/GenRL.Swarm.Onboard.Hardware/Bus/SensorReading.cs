using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>A sensor frame and its number at the sender. A buffer: filled by <see cref="SensorSource"/>, read until the next refresh.</summary>
public sealed class SensorReading
{
    /// <summary>The step number of the frame; the command that answers it carries it back.</summary>
    public StepNumber Step { get; internal set; }

    /// <summary>What the sensors say.</summary>
    public SensorFrame Frame { get; } = new();
}
