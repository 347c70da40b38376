using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Imagination;

/// <summary>
/// Third stage: where the neighbours will be, and where the robot itself would be on the plan that it told them. neighbour views, latent
/// state, told plan -> paths [8,T] and own told path [H]. Allocates nothing.
/// </summary>
internal static class Forecast
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>Predicts, and hands the neighbours' tracks on to the world model's inputs.</summary>
    /// <param name="bundle">The active release.</param>
    /// <param name="belief">The memory.</param>
    /// <param name="ego">The robot's state now.</param>
    /// <param name="scratch">Holds the told plan; receives told path and neighbours' paths.</param>
    public static void Predict(ModelBundle bundle, Belief belief, in EgoState ego, TickScratch scratch)
    {
        Follow(bundle, belief, ego, scratch);
        Track(bundle, belief.Features);
    }

    /// <summary>Predicts what comes of the told plan that stands in <paramref name="scratch"/>: told path and neighbours' paths.</summary>
    public static void Follow(ModelBundle bundle, Belief belief, in EgoState ego, TickScratch scratch)
    {
        var graph = bundle.Teammates;
        graph.EgoVelocity[0] = ego.Velocity.X;
        graph.EgoVelocity[1] = ego.Velocity.Y;
        MemoryMarshal.Cast<Vector2, float>(scratch.ToldPlan.AsSpan(0, T)).CopyTo(graph.ToldPlan);
        belief.Features.CopyTo(graph.NeighbourFeatures);
        WriteMask(scratch, graph.Mask);
        graph.Run(belief.State);

        Unpack(graph, ego.Position, scratch);
        ToldPath(bundle, graph.EgoPath, ego, scratch);
    }

    /// <summary>1 where a slot is in use.</summary>
    public static void WriteMask(TickScratch scratch, Span<float> mask)
    {
        for (var slot = 0; slot < N; slot++)
        {
            mask[slot] = scratch.Present[slot] ? 1f : 0f;
        }
    }

    private static void Unpack(TeammatePredictor graph, Vector2 origin, TickScratch scratch)
    {
        var paths = MemoryMarshal.Cast<float, Vector2>(graph.Paths);
        var packed = 0;
        for (var slot = 0; slot < N; slot++)
        {
            if (!scratch.Present[slot])
            {
                continue;
            }

            for (var t = 0; t < T; t++)
            {
                scratch.NeighbourPaths[(packed * T) + t] = origin + paths[(slot * T) + t];
            }

            scratch.NeighbourRadii[packed++] = scratch.Views[slot].Radius;
        }
    }

    private static void ToldPath(ModelBundle bundle, ReadOnlySpan<float> imagined, in EgoState ego, TickScratch scratch)
    {
        var path = MemoryMarshal.Cast<float, Vector2>(imagined);
        for (var t = 0; t < T; t++)
        {
            scratch.ToldPath[t] = ego.Position + path[t];
        }

        Extend(bundle, scratch.ToldPlan, scratch.ToldPath);
    }

    /// <summary>
    /// Carries a path of T imagined steps on to H by the floor's actuator model: the tail of a plan is told to the neighbours but never
    /// chosen by, so that the learned model is not run for it.
    /// </summary>
    public static void Extend(ModelBundle bundle, ReadOnlySpan<Vector2> plan, Span<Vector2> path)
    {
        var lag = new FirstOrderLag(bundle.Actuator, PlanShape.TickSeconds);
        var position = path[T - 1];
        var velocity = (path[T - 1] - path[T - 2]) / PlanShape.TickSeconds;
        for (var t = T; t < PlanShape.Horizon; t++)
        {
            lag.Advance(ref position, ref velocity, plan[t]);
            path[t] = position;
        }
    }

    /// <summary>The neighbours at the beginning of each imagined step: now, then their path but for its last position.</summary>
    /// <param name="bundle">The release whose prediction becomes its world model's input.</param>
    /// <param name="neighbours">What the neighbours' memories are told of now, [8,20].</param>
    public static void Track(ModelBundle bundle, ReadOnlySpan<float> neighbours)
    {
        var (graph, model) = (bundle.Teammates, bundle.WorldModel);
        const int Row = 2 * T;
        for (var slot = 0; slot < N; slot++)
        {
            var features = neighbours.Slice(slot * NetworkShape.NeighbourFeatures, 6);
            features[..2].CopyTo(model.NeighbourTrack[(slot * Row)..]);
            graph.Paths.Slice(slot * Row, Row - 2).CopyTo(model.NeighbourTrack[((slot * Row) + 2)..]);
            features.Slice(4, 2).CopyTo(model.NeighbourTrackVelocity[(slot * Row)..]);
            graph.Velocities.Slice(slot * Row, Row - 2).CopyTo(model.NeighbourTrackVelocity[((slot * Row) + 2)..]);
        }
    }
}
