using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>
/// One control step (50 Hz) as it was: what the sensors said and what the shield allowed. A buffer: made once, filled by
/// <c>SwarmAgent.Step</c>, written by the tick log.
/// </summary>
public sealed class StepRecord
{
    /// <summary>Which step.</summary>
    public StepNumber Step { get; set; }

    /// <summary>The sensor frame that the step saw.</summary>
    public SensorFrame Sensors { get; } = new();

    /// <summary>The clock when the step ran; the sensor frame's age is judged against it.</summary>
    public Stamp Now { get; set; }

    /// <summary>What the shield made of the plan's command.</summary>
    public ShieldVerdict Verdict { get; set; }

    /// <summary>Seconds since the plan in use was made; +infinity without one.</summary>
    public float PlanAge { get; set; }

    /// <summary>Time that the step took, seconds. Not compared in a replay.</summary>
    public float Duration { get; set; }
}
