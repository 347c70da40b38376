using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Learning.Tests.Identification;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models;
using GenRL.Swarm.Sim.Floors;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.WorldModels;

[Collection(TorchCollection.Name)]
public sealed class WorldModelTests
{
    public WorldModelTests() => set_num_threads(1);

    [Fact]
    public void An_untrained_model_predicts_nearly_constant_velocity()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = new FactoredWorldModel();
        var windows = new TrackWindows([Pair()]);
        var batch = windows.At([0, 5]);

        var (learned, constant) = (Predictors.Learned(model)(batch), Predictors.ConstantVelocity(batch));

        // 0.5 s: motion heads start within a few hundredths of a metre per second and tick.
        Assert.InRange((learned[4].Ego - constant[4].Ego).abs().max().item<float>(), 0f, 0.1f);
        Assert.InRange((learned[4].Neighbours - constant[4].Neighbours).abs().max().item<float>(), 0f, 0.1f);
    }

    [Fact]
    public void Training_on_a_few_flights_lowers_the_loss_and_repeats_itself()
    {
        var tracks = Flights.Of(Floor.Nominal, ticks: 80);

        var losses = Train(45);

        Assert.True(losses[^5..].Average() < 0.7 * losses[..5].Average(), $"{losses[..5].Average()} -> {losses[^5..].Average()}");
        Assert.Equal(Train(4), Train(4));

        List<double> Train(int steps)
        {
            manual_seed(2);
            using var model = new FactoredWorldModel();
            var seen = new List<double>();
            WorldModelTraining.Run(model, tracks, new WorldModelSettings(steps, 3e-3, 8, 7), (_, loss) => seen.Add(loss));
            return seen;
        }
    }

    [Fact]
    public void The_order_of_slots_does_not_matter_and_absent_ones_have_no_say()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        manual_seed(3);
        using var model = new FactoredWorldModel();
        var (state, said, command) = (State(3), Said(ones(1, 3, 1)), randn(1, 2));

        var plain = model.Imagine(state, command, said, 0.1f);
        var turned = model.Imagine(
            state with { NeighbourPosition = Flip(state.NeighbourPosition), NeighbourVelocity = Flip(state.NeighbourVelocity), Memory = FlipMemory(state.Memory) },
            command, new Intentions(Flip(said.Waypoints), Flip(said.Goal), Flip(said.HasMessage), said.Present), 0.1f);
        AssertSame(plain.Position, turned.Position);
        AssertSame(plain.NeighbourPosition, Flip(turned.NeighbourPosition));
        AssertSame(plain.Memory.Ego, turned.Memory.Ego);
        AssertSame(plain.Memory.Neighbour, Flip(turned.Memory.Neighbour));

        var absent = said with { Present = tensor(new float[] { 1, 1, 0 }, [1, 3, 1]) };
        var moved = state with { NeighbourPosition = state.NeighbourPosition + tensor(new float[] { 0, 0, 0, 0, 0.2f, 0.3f }, [1, 3, 2]) };
        var (here, there) = (model.Imagine(state, command, absent, 0f), model.Imagine(moved, command, absent, 0f));
        AssertSame(here.Memory.Ego, there.Memory.Ego);
        AssertSame(here.Memory.Neighbour.narrow(1, 0, 2), there.Memory.Neighbour.narrow(1, 0, 2));
        Assert.True((plain.Memory.Ego - here.Memory.Ego).abs().max().item<float>() > 1e-4f, "a present one does have a say");

        static Tensor Flip(Tensor x) => x.flip(1);
        static EntityMemory FlipMemory(EntityMemory m) => m with { Neighbour = m.Neighbour.flip(1), NeighbourLatent = m.NeighbourLatent.flip(1) };
    }

    [Fact]
    public void A_slot_that_changes_its_occupant_within_a_window_is_left_out_of_it()
    {
        using var scope = NewDisposeScope();
        var track = Pair();
        for (var t = 40; t < track.Ticks; t++)
        {
            track.NeighbourIds[t] = new RobotId(9);
        }

        track.Present[5] = false;
        var windows = new TrackWindows([track]);

        // Window w spans ticks w to w + 29.
        foreach (var (window, whole) in new[] { (5, false), (6, true), (10, true), (11, false), (39, false), (40, true) })
        {
            Assert.Equal(whole ? 1f : 0f, windows.At([window]).Intentions[0].Present.item<float>());
        }
    }

    [Fact]
    public void A_message_that_is_dropped_becomes_constant_velocity_for_the_whole_window()
    {
        using var scope = NewDisposeScope();
        var windows = new TrackWindows([Pair()]);
        var batch = windows.Random(500, new RandomStream(1, 0, 0), dropMessages: true);

        var has = batch.Intentions[0].HasMessage.reshape(500).data<float>().ToArray();
        Assert.InRange(has.Count(value => value == 0f), 210, 290);
        Assert.Equal(has, batch.Intentions[29].HasMessage.reshape(500).data<float>().ToArray());
        for (var i = 0; i < 500; i++)
        {
            var said = batch.Intentions[3];
            var expected = has[i] == 0f ? batch.NeighbourPositions[3][i] + (batch.NeighbourVelocities[3][i] * 0.5) : tensor(new float[] { 5, 5 }, [1, 2]);
            AssertSame(expected, said.Waypoints[i].narrow(-1, 0, 2));
            AssertSame(has[i] == 0f ? batch.NeighbourPositions[3][i] : tensor(new float[] { 6, 6 }, [1, 2]), said.Goal[i]);
        }

        Assert.Equal(1f, windows.Random(100, new RandomStream(1, 0, 0), dropMessages: false).Intentions[0].HasMessage.min().item<float>());
    }

    [Fact]
    public void Tracks_that_are_too_short_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new TrackWindows([new RobotTrack(29, 1)]));

        Assert.Contains("30 ticks; the longest has 29", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A robot and a neighbour in straight flight; the neighbour says that it goes to (5, 5) and (6, 6).</summary>
    private static RobotTrack Pair()
    {
        var track = new RobotTrack(100, 1);
        for (var t = 0; t < track.Ticks; t++)
        {
            (track.Positions[t], track.Velocities[t], track.Commands[t]) = (new Vector2(0.05f * t, 0f), new Vector2(0.5f, 0f), new Vector2(0.5f, 0f));
            track.Present[t] = true;
            track.HasMessage[t] = true;
            track.NeighbourIds[t] = new RobotId(2);
            (track.NeighbourPositions[t], track.NeighbourVelocities[t]) = (new Vector2(1f, 0.03f * t), new Vector2(0f, 0.3f));
            track.NeighbourGoals[t] = new Vector2(6f);
            Array.Fill(track.Waypoints, new Vector2(5f), 3 * t, 3);
        }

        return track;
    }

    private static EntityState State(int slots) => new(
        zeros(1, 2), randn(1, 2), randn(1, slots, 2), randn(1, slots, 2),
        new EntityMemory(
            randn(1, NetworkShape.Memory), randn(1, NetworkShape.Latent), randn(1, slots, NetworkShape.Memory), randn(1, slots, NetworkShape.Latent)));

    private static Intentions Said(Tensor present)
    {
        var slots = present.size(1);
        return new Intentions(randn(1, slots, 6), randn(1, slots, 2), ones(1, slots, 1), present);
    }

    private static void AssertSame(Tensor expected, Tensor actual) => Assert.InRange((expected - actual).abs().max().item<float>(), 0f, 1e-5f);
}
