using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>
/// One plan tick (10 Hz) as it was: everything that a replay needs to make the same plan again bit for bit, and everything that learning
/// wants. A buffer: made once, filled by <c>SwarmAgent.Tick</c>, written by the tick log. Positions and plans are in the world frame.
/// </summary>
public sealed class TickRecord
{
    /// <summary>The largest number of frames that one tick records; the agent takes no more than that.</summary>
    public const int MaxHeard = 64;

    /// <summary>The largest number of candidate plans.</summary>
    public const int MaxCandidates = 256;

    /// <summary>Which tick.</summary>
    public TickNumber Tick { get; set; }

    /// <summary>The control step that this tick belongs to: its sensor frame is that step's.</summary>
    public StepNumber Step { get; set; }

    /// <summary>The clock when the tick began.</summary>
    public Stamp Now { get; set; }

    /// <summary>The sensor frame that the tick saw.</summary>
    public SensorFrame Sensors { get; } = new();

    /// <summary>The goal at this tick.</summary>
    public GoalAssignment Goal { get; set; }

    /// <summary>Mean of the commands that the shield allowed since the last tick, metres per second, world axes.</summary>
    public Vector2 Executed { get; set; }

    /// <summary>How many entries of <see cref="Heard"/> are valid.</summary>
    public int HeardCount { get; set; }

    /// <summary>Frames heard since the last tick, in order of arrival.</summary>
    public HeardFrame[] Heard { get; } = new HeardFrame[MaxHeard];

    /// <summary>Valid entries of <see cref="Attended"/>: one more than the highest slot in use.</summary>
    public int AttendedCount { get; set; }

    /// <summary>The robots in the models' neighbour slots.</summary>
    public AttendedNeighbour[] Attended { get; } = new AttendedNeighbour[PlanShape.Neighbours];

    /// <summary>The chosen plan, [H]: commanded velocities, metres per second.</summary>
    public Vector2[] Plan { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>Where the world model expects the robot under the chosen plan, [H], metres: what the neighbours are told.</summary>
    public Vector2[] Path { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>How many candidates were scored: valid entries of <see cref="Costs"/>.</summary>
    public int Candidates { get; set; }

    /// <summary>Cost of each candidate; the first is the previous plan.</summary>
    public float[] Costs { get; } = new float[MaxCandidates];

    /// <summary>Index of the cheapest candidate.</summary>
    public int Best { get; set; }

    /// <summary>Whether an intention was told at this tick; then <see cref="Told"/> holds it.</summary>
    public bool DidTell { get; set; }

    /// <summary>The frame that was told.</summary>
    public FrameBytes Told { get; set; }

    /// <summary>Counts the releases that this agent has run: 0 for the first, one more at each swap.</summary>
    public int ReleaseEpoch { get; set; }

    /// <summary>Why there is no new plan at this tick.</summary>
    public TickFault Fault { get; set; }

    /// <summary>How long it took.</summary>
    public TickTimings Timings { get; set; }
}
