using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.Onboard;

/// <summary>The memory that one tick works in: made once, each part written by one stage and read by those after it. World frame.</summary>
internal sealed class TickScratch
{
    /// <summary>Present neighbours, one per slot; written by observe.</summary>
    public NeighbourView[] Views { get; } = new NeighbourView[PlanShape.Neighbours];

    /// <summary>Whether a slot is in use; written by observe.</summary>
    public bool[] Present { get; } = new bool[PlanShape.Neighbours];

    /// <summary>Whether a slot's occupant is new at this tick; written by observe.</summary>
    public bool[] Changed { get; } = new bool[PlanShape.Neighbours];

    /// <summary>Range per lidar sector, metres; written by observe.</summary>
    public float[] Sectors { get; } = new float[PlanShape.LidarSectors];

    /// <summary>Points of static obstacles near enough to matter; written by observe.</summary>
    public Vector2[] Obstacles { get; } = new Vector2[PlanShape.LidarSectors];

    /// <summary>Valid entries of <see cref="Obstacles"/>.</summary>
    public int ObstacleCount { get; set; }

    /// <summary>The previous plan as of now, [H]: what the neighbours believe; written before predict.</summary>
    public Vector2[] ToldPlan { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>Where that plan leads, [H], metres; written by predict.</summary>
    public Vector2[] ToldPath { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>Expected positions of the present neighbours, packed, [count, T], metres; written by predict.</summary>
    public Vector2[] NeighbourPaths { get; } = new Vector2[PlanShape.Neighbours * PlanShape.ImaginedSteps];

    /// <summary>Radii of the present neighbours, packed, [count], metres; written by predict.</summary>
    public float[] NeighbourRadii { get; } = new float[PlanShape.Neighbours];

    /// <summary>Number of present neighbours; written by observe.</summary>
    public int NeighbourCount { get; set; }

    /// <summary>Imagined positions of one candidate, [T], metres; scratch of choose.</summary>
    public Vector2[] Path { get; } = new Vector2[PlanShape.ImaginedSteps];

    /// <summary>Commands of one candidate, [H]; scratch of choose.</summary>
    public Vector2[] Plan { get; } = new Vector2[PlanShape.Horizon];

    /// <summary>Weights of the candidates; written by choose.</summary>
    public float[] Weights { get; } = new float[TickRecord.MaxCandidates];
}
