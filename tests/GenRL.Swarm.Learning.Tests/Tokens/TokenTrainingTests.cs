using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Learning.Tokens;
using GenRL.Swarm.Sim.Batch;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Tokens;

[Collection(TorchCollection.Name)]
public sealed class TokenTrainingTests
{
    private static readonly TrainingSchedule Short = new(400, 4e-3, WarmUp: 20, Batch: 128);

    [Fact]
    public void Two_tokens_carry_goal_and_end_velocity()
    {
        using var scope = NewDisposeScope();
        using var networks = Train(seed: 1);
        var tail = new float[PlanTail.Size];
        PlanTail.Write(Vector2.Zero, new Vector2(1.2f, -0.8f), new Vector2(0.3f, -0.2f), tail);

        var read = networks.forward(tensor(tail, [1, 4])).data<float>().ToArray();

        Assert.InRange(Vector2.Distance(new Vector2(1.2f, -0.8f), PlanTail.Goal(Vector2.Zero, read)), 0f, 0.9f);
        Assert.InRange(Vector2.Distance(new Vector2(0.3f, -0.2f), new Vector2(read[2], read[3])), 0f, 0.45f);
    }

    [Fact]
    public void What_is_encoded_is_what_the_indices_on_the_wire_stand_for()
    {
        using var scope = NewDisposeScope();
        using var networks = Train(seed: 1);
        manual_seed(2);

        var numbers = networks.Encode(randn(200, 4)).data<float>().ToArray();

        var back = new float[FiniteScalars.Size];
        var used = new HashSet<ushort>();
        for (var i = 0; i < numbers.Length; i += FiniteScalars.Size)
        {
            var token = FiniteScalars.Index(numbers.AsSpan(i, FiniteScalars.Size));
            FiniteScalars.Values(token, back);
            Assert.All(back, (value, at) => Assert.Equal(numbers[i + at], value, 1e-5f));
            used.Add(token);
        }

        Assert.True(used.Count > 100, $"{used.Count} tokens used");
    }

    [Fact]
    public void Gradients_pass_through_the_rounding()
    {
        using var scope = NewDisposeScope();
        using var quantiser = new FiniteScalarQuantiser();
        var latent = zeros([1, 8], requires_grad: true);

        quantiser.Quantise(latent).sum().backward();

        Assert.All(latent.grad!.data<float>().ToArray(), slope => Assert.InRange(slope, 0.5f, 1.1f));
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        using var a = Train(seed: 1);
        using var b = Train(seed: 1);
        using var c = Train(seed: 2);

        Assert.Equal(Numbers(a), Numbers(b));
        Assert.NotEqual(Numbers(a), Numbers(c));
    }

    private static List<float> Numbers(IntentionTokenNetworks networks) =>
        [.. ModuleWeights.Of(networks).All.OrderBy(weight => weight.Key, StringComparer.Ordinal).SelectMany(weight => weight.Value.Values)];

    private static IntentionTokenNetworks Train(ulong seed)
    {
        var settings = new CollectionSettings { Ticks = 15, Expert = new MppiSettings { Candidates = 8 } };
        var tracks = new ExperienceCollector(new SimWorlds(), settings).Fly(4, 1, policy: null, new PolicySamples(4 * 4 * 15, 3));
        return TokenTraining.Train(tracks, ActuatorModel.Nominal, Short, seed, TimeProvider.System, progress: null, CancellationToken.None);
    }
}
