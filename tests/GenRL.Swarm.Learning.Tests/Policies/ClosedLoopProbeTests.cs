using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Probing;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Tests.Policies;

public sealed class ClosedLoopProbeTests
{
    private static readonly ProbeSettings Short = new() { Episodes = 10, Ticks = 70 };

    [Fact]
    public void Going_straight_to_the_goal_collides_in_a_crossing_and_scoring_swerves_prevents_it()
    {
        var probe = new ClosedLoopProbe(new SimWorlds());

        var straight = probe.OfPolicy(new Swerving(), Short with { Samples = 1 });
        var scored = probe.OfPolicy(new Swerving(), Short with { Samples = 16 });

        Assert.True(straight.Collided >= 0.9, straight.ToString());
        Assert.True(scored.Collided <= 0.3 && scored.Success > straight.Success, scored.ToString());
    }

    /// <summary>Proposes the goal's direction, and of several samples that direction turned by more and more.</summary>
    private sealed class Swerving : IChunkPolicy
    {
        public void Propose(ObservationBatch observations, int samples, Span<Vector2> plans)
        {
            for (var i = 0; i < plans.Length; i++)
            {
                var plan = i / PlanShape.Horizon;
                var ego = plan / samples * ObservationShape.Ego;
                var goal = new Vector2(observations.Ego[ego + 2], observations.Ego[ego + 3]);
                plans[i] = Vector2.Transform(1.5f * goal, Matrix3x2.CreateRotation(-0.2f * (plan % samples)));
            }
        }
    }
}
