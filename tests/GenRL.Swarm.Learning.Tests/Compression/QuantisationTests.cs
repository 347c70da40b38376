using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning.Compression;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace GenRL.Swarm.Learning.Tests.Compression;

public sealed class QuantisationTests(QuantisedShipped shipped) : IClassFixture<QuantisedShipped>
{
    [Fact]
    public void Plans_end_within_two_centimetres_of_the_float_policys_on_flights_that_were_not_measured()
    {
        Assert.InRange(shipped.Policy.PlanDifference, 1e-4, 0.02);
    }

    [Fact]
    public void The_runtime_makes_one_integer_product_of_each_large_Gemm_and_dequantises_nothing()
    {
        var ops = Optimised(shipped.Policy.Propose);

        Assert.Equal(5, ops.Count(op => op == "QGemm"));
        Assert.Equal(5, ops.Count(op => op == "QuantizeLinear"));
        Assert.Equal(4, ops.Count(op => op == "Gemm"));
        Assert.DoesNotContain("DequantizeLinear", ops);
    }

    [Fact]
    public void The_file_is_little_more_than_a_third_of_the_float_graphs()
    {
        Assert.InRange(shipped.Policy.Propose.Length, shipped.Float.Length / 5, (int)(0.36 * shipped.Float.Length));
    }

    [Fact]
    public void Each_output_has_a_scale_of_its_own_its_weights_are_within_half_a_step_and_two_products_fit_16_bits()
    {
        var (before, after) = (Graph(shipped.Float), Graph(shipped.Policy.Propose));
        var quantised = after.Initializer.Where(tensor => tensor.Name.EndsWith("_integers", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, quantised.Count);
        foreach (var tensor in quantised)
        {
            var name = tensor.Name[..^"_integers".Length];
            var weights = MemoryMarshal.Cast<byte, float>(before.Initializer.Single(w => w.Name == name).RawData.Span);
            var scales = MemoryMarshal.Cast<byte, float>(after.Initializer.Single(w => w.Name == name + "_scale").RawData.Span);
            var integers = MemoryMarshal.Cast<byte, sbyte>(tensor.RawData.Span);
            Assert.Equal(tensor.Dims[0], scales.Length);
            Assert.Equal(("axis", 0L), after.Node.Single(node => node.Input[0] == tensor.Name).Attribute.Select(attribute => (attribute.Name, attribute.I)).Single());
            for (var i = 0; i < integers.Length; i++)
            {
                var scale = scales[(int)(i / tensor.Dims[1])];
                Assert.InRange(integers[i] * scale, weights[i] - (0.501f * scale), weights[i] + (0.501f * scale));
                Assert.InRange(2 * 255 * Math.Abs((int)integers[i]), 0, short.MaxValue);
            }
        }
    }

    [Fact]
    public void Every_bias_has_the_scale_of_the_product_that_it_is_added_to()
    {
        var (before, after) = (Graph(shipped.Float), Graph(shipped.Policy.Propose));
        float[] Values(GraphProto graph, string name) => MemoryMarshal.Cast<byte, float>(graph.Initializer.Single(w => w.Name == name).RawData.Span).ToArray();
        foreach (var gemm in after.Node.Where(node => node.OpType == "Gemm" && node.Input[1].EndsWith("_restored", StringComparison.Ordinal)))
        {
            var weights = gemm.Input[1][..^"_restored".Length];
            var steps = Values(after, gemm.Input[0][..^"_restored".Length] + "_scale")[0];
            var scales = Values(after, $"{weights}_bias_scale");
            Assert.Equal(Values(after, $"{weights}_scale").Select(scale => scale * steps), scales);

            var bias = Values(before, before.Node.Single(node => node.OpType == "Gemm" && node.Input[1] == weights).Input[2]);
            var integers = MemoryMarshal.Cast<byte, int>(after.Initializer.Single(w => w.Name == $"{weights}_bias").RawData.Span);
            for (var j = 0; j < bias.Length; j++)
            {
                Assert.InRange(integers[j] * scales[j], bias[j] - scales[j], bias[j] + scales[j]);
            }
        }
    }

    [Fact]
    public void A_robot_loads_the_bundle_as_any_other_and_refuses_the_float_graph_under_its_golden_outputs()
    {
        using var folder = new TempFolder();
        var files = BundleExporter.WithPolicy(Repository.PretrainedBundle, shipped.Policy.Propose).ToDictionary();
        RandomBundle.Write(folder["int8"], files);
        files["propose.onnx"] = shipped.Float;
        RandomBundle.Write(folder["mixed"], files);

        using var bundle = Load(folder["int8"]);
        Assert.Equal(BundleExporter.ReadContract(Repository.PretrainedBundle).LatentId, bundle.Contract.LatentId);
        Assert.Equal(BundleError.GoldenMismatch, Assert.Throws<BundleException>(() => Load(folder["mixed"])).Error);

        static ModelBundle Load(string path) => ModelBundle.Load(path, new ReleaseId(new string('8', 64)), ModelBundleOptions.Default);
    }

    [Fact]
    public void The_same_flights_give_the_same_bytes()
    {
        Assert.Equal(shipped.Policy.Propose, PolicyQuantisation.Run(shipped.Float, shipped.Seen, 7).Propose);
    }

    [Fact]
    public void A_quantised_graph_is_not_quantised_again_and_one_observation_is_too_few()
    {
        Assert.Throws<ArgumentException>("propose", () => PolicyQuantisation.Run(shipped.Policy.Propose, shipped.Seen, 7));
        Assert.Throws<ArgumentOutOfRangeException>("seen", () => PolicyQuantisation.Run(shipped.Float, new PolicySamples(1, 3), 7));
    }

    [Theory]
    [InlineData(new[] { -1f, 0f, 3f }, -1f, 3f)]
    [InlineData(new[] { 1f, 2f, 3f }, 0f, 3f)]
    [InlineData(new[] { -3f, -2f }, -3f, 0f)]
    [InlineData(new[] { 0f, 0f }, 0f, 255f)]
    public void A_range_holds_zero_exactly(float[] values, float low, float high)
    {
        var range = ActivationRange.Of(values);

        Assert.Equal((low, high), (range.Low, range.High));
        Assert.InRange(-range.ZeroPoint * range.Scale, low - (range.Scale / 2), low + (range.Scale / 2));
    }

    [Fact]
    public void One_value_in_a_hundred_thousand_at_either_end_is_clipped()
    {
        float[] values = [.. Enumerable.Range(0, 299_994).Select(i => i % 2 == 0 ? -1f : 2f), 100f, 101f, -50f, -51f];

        var range = ActivationRange.Of(values);

        Assert.Equal((-1f, 2f), (range.Low, range.High));
    }

    private static GraphProto Graph(byte[] model) => ModelProto.Parser.ParseFrom(model).Graph;

    private static List<string> Optimised(byte[] model)
    {
        using var folder = new TempFolder();
        using var options = OnnxRuntimeLibrary.CreateSessionOptions(["cpu"], out _);
        options.OptimizedModelFilePath = folder["optimised.onnx"];
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        options.AddFreeDimensionOverrideByName("K", 13);
        using (new InferenceSession(model, options))
        {
            return [.. Graph(File.ReadAllBytes(folder["optimised.onnx"])).Node.Select(node => node.OpType)];
        }
    }
}
