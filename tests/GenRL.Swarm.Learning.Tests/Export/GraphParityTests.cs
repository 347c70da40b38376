using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Export;

/// <summary>What a robot runs is what was trained: each graph against the networks that it was exported from, on random inputs.</summary>
[Collection(TorchCollection.Name)]
public sealed class GraphParityTests(ExportedBundle exported) : IClassFixture<ExportedBundle>, IDisposable
{
    private const int N = 8;
    private const int T = 10;
    private const float Tolerance = 1e-4f;

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly RecurrentState _state = new();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    public void Encode_is_one_filtering_step(int present)
    {
        var (start, said) = Scene(present);
        var (command, change, neighbourChange) = (randn(1, 2), randn(1, 2), randn(1, N, 2));
        var encoder = exported.Bundle.Encoder;
        Copy(cat([start.Velocity, command], 1), encoder.EgoMotion);
        Copy(Features(start, said, command), encoder.NeighbourFeatures);
        Copy(said.Present, encoder.Mask);
        Copy(change, encoder.EgoSeen);
        Copy(neighbourChange, encoder.NeighbourSeen);

        encoder.Update(_state);

        var expected = exported.WorldModel.Filter(start, command, said, (start.Velocity + change, start.NeighbourVelocity + neighbourChange));
        AssertSame(expected.Ego, _state.EgoMemory);
        AssertSame(expected.EgoLatent, _state.EgoLatent);
        AssertSame(expected.Neighbour, _state.NeighbourMemory);
        AssertSame(expected.NeighbourLatent, _state.NeighbourLatent);
        var prior = exported.WorldModel.EgoMotion(expected.Ego, exported.WorldModel.EgoPrior(expected).Mean);
        AssertSame(prior, [encoder.Expected.X, encoder.Expected.Y]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    public void Predict_imagines_everybody_under_the_told_plan(int present)
    {
        var (state, said) = Scene(present);
        var plan = randn(T, 1, 2);
        var graph = exported.Bundle.Teammates;
        Copy(state.Velocity, graph.EgoVelocity);
        Copy(plan, graph.ToldPlan);
        Copy(Features(state, said, zeros(1, 2)), graph.NeighbourFeatures);
        Copy(said.Present, graph.Mask);

        graph.Run(_state);

        var (own, paths, velocities) = (new List<Tensor>(), new List<Tensor>(), new List<Tensor>());
        for (var t = 0; t < T; t++)
        {
            state = exported.WorldModel.Imagine(state, plan[t], said, t * 0.1f);
            own.Add(state.Position);
            paths.Add(state.NeighbourPosition);
            velocities.Add(state.NeighbourVelocity);
        }

        AssertSame(stack(own, 1), graph.EgoPath);
        AssertSame(stack(paths, 2) * said.Present.unsqueeze(-1), graph.Paths);
        AssertSame(stack(velocities, 2) * said.Present.unsqueeze(-1), graph.Velocities);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Imagine_follows_every_candidate_against_the_same_neighbours(int present)
    {
        var graph = exported.Bundle.WorldModel;
        var (state, said) = Scene(present);
        var (plans, tracks, trackVelocities) = (randn(graph.Candidates, 15, 2), randn(N, T, 2), randn(N, T, 2));
        Copy(state.Velocity, graph.EgoVelocity);
        Copy(plans, graph.Plans);
        Copy(tracks, graph.NeighbourTrack);
        Copy(trackVelocities, graph.NeighbourTrackVelocity);
        Copy(said.Present, graph.Mask);

        graph.Run(_state);

        Tensor Rows(Tensor x) => x.expand([graph.Candidates, .. x.shape[1..]]);
        var (p, v) = (zeros(graph.Candidates, 2), Rows(state.Velocity));
        var (h, z) = (Rows(state.Memory.Ego), Rows(state.Memory.EgoLatent));
        var paths = new List<Tensor>();
        for (var t = 0; t < T; t++)
        {
            var (q, w) = (Rows(tracks.select(1, t).unsqueeze(0)), Rows(trackVelocities.select(1, t).unsqueeze(0)));
            (p, v, h, z) = exported.WorldModel.ImagineEgo(p, v, plans.select(1, t), q, w, Rows(said.Present), (h, z));
            paths.Add(p);
        }

        AssertSame(stack(paths, 1), graph.Paths);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Propose_is_encoder_and_student(int present)
    {
        var policy = exported.Bundle.Policy;
        var (ego, lidar, neighbours, noise) = (randn(1, 16), randn(1, 32), randn(1, N, 16), randn(policy.Samples, 30));
        var mask = Mask(present).squeeze(-1);
        Copy(ego, policy.Ego);
        Copy(lidar, policy.Lidar);
        Copy(neighbours, policy.Neighbours);
        Copy(mask, policy.Mask);
        Copy(noise, policy.Noise);

        policy.Run();

        var context = exported.Policy.Encoder.forward(ego, lidar, neighbours, mask);
        AssertSame(exported.Policy.Student(context.expand(policy.Samples, NetworkShape.Context), noise), policy.Plans);
    }

    [Fact]
    public void Tell_and_hear_are_the_codebook()
    {
        var tail = new float[PlanTail.Size];
        var codes = new float[8];
        for (var i = 0; i < 50; i++)
        {
            var input = randn(1, PlanTail.Size);
            var (first, second) = exported.Bundle.Tokens.Encode(Numbers(input));
            FiniteScalars.Values(first, codes);
            FiniteScalars.Values(second, codes.AsSpan(4));
            AssertSame(exported.Tokens.Encode(input), codes);

            exported.Bundle.Tokens.Decode(first, second, tail);
            AssertSame(exported.Tokens.forward(input), tail);
        }
    }

    public void Dispose() => _scope.Dispose();

    private static float[] Numbers(Tensor x) => x.contiguous().data<float>().ToArray();

    private static void Copy(Tensor from, Span<float> to)
    {
        var numbers = Numbers(from);
        Assert.Equal(to.Length, numbers.Length);
        numbers.CopyTo(to);
    }

    private static void AssertSame(Tensor expected, ReadOnlySpan<float> actual)
    {
        var numbers = Numbers(expected);
        Assert.Equal(numbers.Length, actual.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(numbers[i], actual[i], Tolerance * MathF.Max(1f, MathF.Abs(numbers[i])));
        }
    }

    private static Tensor Mask(int present) => cat([ones(1, present, 1), zeros(1, N - present, 1)], 1);

    /// <summary>A random scene with the ego at the origin and a random memory, which the robot's state is given too.</summary>
    private (EntityState State, Intentions Said) Scene(int present)
    {
        var memory = new EntityMemory(
            randn(1, NetworkShape.Memory), randn(1, NetworkShape.Latent), randn(1, N, NetworkShape.Memory), randn(1, N, NetworkShape.Latent));
        Copy(memory.Ego, _state.EgoMemory);
        Copy(memory.EgoLatent, _state.EgoLatent);
        Copy(memory.Neighbour, _state.NeighbourMemory);
        Copy(memory.NeighbourLatent, _state.NeighbourLatent);
        var said = new Intentions(randn(1, N, 6), randn(1, N, 2), (randn(1, N, 1) > 0).to(ScalarType.Float32), Mask(present));
        return (new EntityState(zeros(1, 2), randn(1, 2), randn(1, N, 2), randn(1, N, 2), memory), said);
    }

    private static Tensor Features(EntityState s, Intentions said, Tensor command)
    {
        var (q, w) = (s.NeighbourPosition, s.NeighbourVelocity);
        return cat(
            [
                q, w - s.Velocity.unsqueeze(1), w, said.Waypoints - cat([q, q, q], -1), said.Goal - q, said.HasMessage, zeros(1, N, 1),
                s.Velocity.unsqueeze(1).expand(1, N, 2), command.unsqueeze(1).expand(1, N, 2),
            ],
            -1);
    }
}
