using System.Numerics;

namespace GenRL.Swarm.Agent.Planning;

/// <summary>What a plan is scored against. Spans belong to the caller and live for one call.</summary>
public readonly ref struct PlanScene
{
    /// <summary>The goal, metres, same frame as the paths.</summary>
    public Vector2 Goal { get; init; }

    /// <summary>The robot's radius, metres.</summary>
    public float Radius { get; init; }

    /// <summary>Imagined steps, T.</summary>
    public int Steps { get; init; }

    /// <summary>Expected positions of the neighbours, [N,T], metres.</summary>
    public ReadOnlySpan<Vector2> Neighbours { get; init; }

    /// <summary>Radii of the neighbours, [N], metres. Its length is N.</summary>
    public ReadOnlySpan<float> NeighbourRadii { get; init; }

    /// <summary>Points of static obstacles, [M], metres.</summary>
    public ReadOnlySpan<Vector2> Obstacles { get; init; }

    /// <summary>The command before this plan, metres per second.</summary>
    public Vector2 LastCommand { get; init; }

    /// <summary>The path that the neighbours were told, [T], metres; empty when nothing was told.</summary>
    public ReadOnlySpan<Vector2> Told { get; init; }
}
