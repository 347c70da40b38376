using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Planning;

/// <summary>
/// Fourth stage: K candidate plans. Candidate 0 is always the previous plan, then go to the goal and stop; the rest are samples of the
/// generative policy: the first from zero noise, the second half with 0.2 m/s of extra noise on every command. Allocates nothing.
/// </summary>
internal sealed class Proposer
{
    /// <summary>Extra noise on the second half of the samples, metres per second (measured: K-curve of the prototype).</summary>
    private const float Jitter = 0.2f;

    /// <summary>
    /// The policy is shown the nearest three, as in the scenes that it was trained in: more lie outside what it knows (measured, eight robots:
    /// .66 to .98 of crossings with three, .24 to .60 with all). The planner scores every candidate against all of them.
    /// </summary>
    private const int NeighboursSeen = 3;

    private const int Stage = 1;
    private const int H = PlanShape.Horizon;

    private readonly AgentOptions _options;
    private readonly RandomStream _noise;

    public Proposer(AgentOptions options)
    {
        _options = options;
        _noise = new RandomStream(options.Seed, options.Robot.Value, Stage);
    }

    /// <summary>Writes the candidates into the world model's inputs, [K,H,2].</summary>
    public void Propose(
        ModelBundle bundle, TickNumber tick, in EgoState ego, Vector2 goal, Vector2 executed, TickScratch scratch)
    {
        // A stream of its own for each tick: a replay may start at any tick.
        _noise.Restart(_options.Seed ^ ((ulong)tick.Value << 20), _options.Robot.Value, Stage);
        Observe(bundle.Policy, ego, goal, executed, scratch);
        DrawNoise(bundle.Policy.Noise);
        bundle.Policy.Run();

        var plans = MemoryMarshal.Cast<float, Vector2>(bundle.WorldModel.Plans);
        scratch.ToldPlan.AsSpan().CopyTo(plans);
        Commands.Hold(Commands.GoToGoal(ego.Position, goal, _options.MaxSpeed), plans[H..]);
        Commands.Hold(Vector2.Zero, plans[(2 * H)..]);
        var samples = MemoryMarshal.Cast<float, Vector2>(bundle.Policy.Plans);
        for (var k = 0; k < bundle.Policy.Samples; k++)
        {
            var jitter = k >= bundle.Policy.Samples / 2 ? Jitter : 0f;
            var plan = plans.Slice((ModelBundleOptions.FixedCandidates + k) * H, H);
            for (var t = 0; t < H; t++)
            {
                var command = samples[(k * H) + t];
                if (jitter > 0f)
                {
                    command += jitter * new Vector2(_noise.NextGaussian(), _noise.NextGaussian());
                }

                plan[t] = Commands.Limit(command, _options.MaxSpeed);
            }
        }
    }

    private void Observe(GenerativePolicy policy, in EgoState ego, Vector2 goal, Vector2 executed, TickScratch scratch)
    {
        ObservationWriter.Ego(ego.Position, ego.Velocity, goal, executed, _options.Radius, scratch.ToldPath, policy.Ego);
        ObservationWriter.Lidar(scratch.Sectors, policy.Lidar);
        for (var slot = 0; slot < PlanShape.Neighbours; slot++)
        {
            var block = policy.Neighbours.Slice(slot * ObservationShape.Neighbour, ObservationShape.Neighbour);
            var seen = scratch.Present[slot] && IsAmongNearest(slot, ego.Position, scratch);
            policy.Mask[slot] = seen ? 1f : 0f;
            block.Clear();
            if (seen)
            {
                ObservationWriter.Neighbour(ego.Position, ego.Velocity, scratch.Views[slot], block);
            }
        }
    }

    private static bool IsAmongNearest(int slot, Vector2 position, TickScratch scratch)
    {
        var distance = Vector2.DistanceSquared(scratch.Views[slot].Position, position);
        var nearer = 0;
        for (var other = 0; other < PlanShape.Neighbours; other++)
        {
            nearer += scratch.Present[other] && Vector2.DistanceSquared(scratch.Views[other].Position, position) < distance ? 1 : 0;
        }

        return nearer < NeighboursSeen;
    }

    private void DrawNoise(Span<float> noise)
    {
        noise[..NetworkShape.Chunk].Clear();
        foreach (ref var value in noise[NetworkShape.Chunk..])
        {
            value = _noise.NextGaussian();
        }
    }
}
