using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Tests.Policies;

public sealed class ExperienceCollectorTests
{
    private static readonly CollectionSettings Short = new() { Ticks = 12, Expert = new MppiSettings { Candidates = 16 } };

    [Fact]
    public void Every_robot_and_tick_leaves_one_sample_with_a_plan_within_the_speed_limit()
    {
        var (samples, tracks) = Fly(Short, seed: 1);

        Assert.Equal(4 * 4 * 12, samples.Count);
        Assert.Equal(16, tracks.Count);
        for (var i = 0; i < samples.Chunks.Length; i += 2)
        {
            var u = new Vector2(samples.Chunks.Span[i], samples.Chunks.Span[i + 1]);
            Assert.InRange(u.Length(), 0f, 1.0001f);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_experience_and_another_one_another()
    {
        var a = Fly(Short, seed: 1).Samples;
        var b = Fly(Short, seed: 1).Samples;
        var c = Fly(Short, seed: 2).Samples;

        Assert.True(a.Ego.Span.SequenceEqual(b.Ego.Span));
        Assert.True(a.Chunks.Span.SequenceEqual(b.Chunks.Span));
        Assert.True(a.Neighbours.Span.SequenceEqual(b.Neighbours.Span));
        Assert.False(a.Chunks.Span.SequenceEqual(c.Chunks.Span));
    }

    [Fact]
    public void Tracks_say_which_command_led_from_one_tick_to_the_next()
    {
        var lag = new FirstOrderLag(ActuatorModel.Nominal, PlanShape.TickSeconds);
        foreach (var track in Fly(Short, seed: 3).Tracks)
        {
            for (var t = 0; t + 1 < track.Ticks; t++)
            {
                var (p, v) = (track.Positions[t], track.Velocities[t]);
                lag.Advance(ref p, ref v, track.Commands[t]);
                Assert.InRange(Vector2.Distance(p, track.Positions[t + 1]), 0f, 1e-4f);
            }
        }
    }

    [Fact]
    public void Neighbours_in_a_track_are_the_other_robots_and_a_lost_message_reads_as_constant_velocity()
    {
        var tracks = Fly(Short with { Hearing = new Hearing { Loss = 0.5f } }, seed: 4).Tracks;

        var heard = 0;
        var track = tracks[1]; // robot 1 of world 0: its slots hold robots 0, 2 and 3
        for (var t = 0; t < track.Ticks; t++)
        {
            var at = (1 * track.Ticks) + t;
            Assert.Equal(tracks[2].Positions[t], track.NeighbourPositions[at]);
            var straight = track.NeighbourPositions[at] + (1.5f * track.NeighbourVelocities[at]);
            Assert.Equal(track.HasMessage[at] ? tracks[2].Goals[t] : track.NeighbourPositions[at], track.NeighbourGoals[at]);
            Assert.True(track.HasMessage[at] || straight == track.Waypoints[(3 * at) + 2]);
            heard += track.HasMessage[at] ? 1 : 0;
        }

        Assert.InRange(heard, 1, track.Ticks - 1);
    }

    [Fact]
    public void A_policy_flies_the_worlds_that_the_expert_does_not()
    {
        var (_, tracks) = Fly(Short with { ExpertShare = 0f, BurstProbability = 0f }, seed: 5, new Westward());

        Assert.All(tracks, track => Assert.All(track.Commands, u => Assert.Equal(-Vector2.UnitX, u)));
    }

    [Fact]
    public void Of_more_neighbours_than_slots_the_nearest_are_seen()
    {
        var samples = new PolicySamples(2 * 6 * 12, 3);
        var tracks = new ExperienceCollector(new SimWorlds(), Short with { Robots = 6 }).Fly(2, 6, policy: null, samples);

        for (var t = 0; t < 12; t++)
        {
            var seen = Enumerable.Range(0, 3).Select(s => tracks[0].NeighbourPositions[(s * 12) + t]);
            var others = tracks.Skip(1).Take(5).Select(other => other.Positions[t]);
            var nearest = others.OrderBy(p => Vector2.Distance(p, tracks[0].Positions[t])).Take(3);
            Assert.Equal(nearest, seen);
        }
    }

    private static (PolicySamples Samples, IReadOnlyList<RobotTrack> Tracks) Fly(
        CollectionSettings settings, ulong seed, IChunkPolicy? policy = null)
    {
        var samples = new PolicySamples(4 * 4 * settings.Ticks, 3);
        return (samples, new ExperienceCollector(new SimWorlds(), settings).Fly(4, seed, policy, samples));
    }

    private sealed class Westward : IChunkPolicy
    {
        public void Propose(ObservationBatch observations, int samples, Span<Vector2> plans) => plans.Fill(-2 * Vector2.UnitX);
    }
}
