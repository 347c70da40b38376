using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>How the robot was at its latest plan tick: what others may know of it. A buffer, filled on the control thread.</summary>
internal sealed class FlightSnapshot
{
    /// <summary>When.</summary>
    public Stamp Now { get; set; }

    /// <summary>Its state.</summary>
    public EgoState Ego { get; set; }

    /// <summary>Its goal.</summary>
    public GoalAssignment Goal { get; set; }

    /// <summary>Whether <see cref="Path"/> holds a plan's path.</summary>
    public bool HasPlan { get; set; }

    /// <summary>Where the plan leads, [H], metres.</summary>
    public Vector2[] Path { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>The neighbours that the models attend to, by slot.</summary>
    public AttendedNeighbour[] Neighbours { get; } = new AttendedNeighbour[PlanShape.Neighbours];

    /// <summary>The release that flies.</summary>
    public ReleaseId Release { get; set; }

    /// <summary>Swaps since the start.</summary>
    public int Epoch { get; set; }

    /// <summary>Plan ticks on this release.</summary>
    public long TicksOnRelease { get; set; }

    /// <summary>Why the shield changed the latest command.</summary>
    public ShieldReason Reason { get; set; }

    /// <summary>Steps in which it changed the command.</summary>
    public long Interventions { get; set; }
}
