using GenRL.Swarm.Learning.Policies.Networks;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Policies;

[Collection(TorchCollection.Name)]
public sealed class PolicyNetworksTests
{
    [Fact]
    public void The_exporter_finds_the_keys_and_shapes_that_it_reads()
    {
        using var networks = new PolicyNetworks();

        var state = networks.state_dict();

        (string Key, long[] Shape)[] expected =
        [
            ("encoder.ego.0.weight", [96, 48]), ("encoder.neighbour.0.weight", [96, 32]), ("encoder.neighbour.2.weight", [96, 96]),
            ("encoder.context.0.weight", [192, 288]), ("student.0.weight", [192, 222]), ("student.2.weight", [192, 192]),
            ("student.4.weight", [192, 192]), ("student.6.weight", [30, 192]), ("student.6.bias", [30]),
        ];
        Assert.All(expected, entry => Assert.Equal(entry.Shape, state[entry.Key].shape));
    }

    [Fact]
    public void The_order_of_neighbours_and_empty_slots_change_nothing()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var networks = new PolicyNetworks();
        var (ego, lidar, neighbours) = (randn(5, 16), randn(5, 32), randn(5, 3, 16));
        var mask = ones(5, 3);

        var context = networks.Encoder.forward(ego, lidar, neighbours, mask);
        var turned = networks.Encoder.forward(ego, lidar, neighbours.flip(1), mask);
        var padded = networks.Encoder.forward(ego, lidar, cat([neighbours, randn(5, 5, 16)], 1), cat([mask, zeros(5, 5)], 1));
        var fewer = networks.Encoder.forward(ego, lidar, neighbours, tensor(new float[] { 1, 1, 0 }).expand(5, 3));

        Assert.InRange(Largest(context - turned), 0, 1e-5);
        Assert.InRange(Largest(context - padded), 0, 1e-5);
        Assert.True(Largest(context - fewer) > 1e-3);
    }

    [Fact]
    public void Sampling_leaves_no_tensor_behind()
    {
        using var networks = new PolicyNetworks();
        var policy = new NetworkPolicy(networks, student: true);
        var seen = new Learning.Policies.Experience.ObservationBatch(3, 2);
        var plans = new System.Numerics.Vector2[3 * 4 * 15];
        policy.Propose(seen, 4, plans);

        var before = Tensor.TotalCount;
        policy.Propose(seen, 4, plans);
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static double Largest(Tensor difference) => difference.abs().max().item<float>();
}
