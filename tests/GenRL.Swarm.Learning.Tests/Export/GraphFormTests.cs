using System.Diagnostics;
using GenRL.Swarm.Learning.Tests.Compression;
using GenRL.Swarm.Models;
using GenRL.Swarm.TestKit;
using Onnx;

namespace GenRL.Swarm.Learning.Tests.Export;

[Collection(TorchCollection.Name)]
public sealed class GraphFormTests(ExportedBundle exported, QuantisedShipped shipped) : IClassFixture<ExportedBundle>, IClassFixture<QuantisedShipped>
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public async Task Every_graph_passes_the_checker_of_the_format()
    {
        using var folder = new TempFolder();
        foreach (var name in ModelBundle.GraphFiles)
        {
            File.WriteAllBytes(folder[name], exported.Files[name]);
        }

        const string Quantised = "propose-int8.onnx";
        File.WriteAllBytes(folder[Quantised], shipped.Policy.Propose);
        using var python = Start(
            "-c", "import sys, onnx\nfor f in sys.argv[1:]: onnx.checker.check_model(onnx.load(f), full_check=True)\nprint('checked', len(sys.argv) - 1)",
            [.. ModelBundle.GraphFiles.Append(Quantised).Select(name => folder[name])]);
        var reading = python.StandardOutput.ReadToEndAsync();
        var errors = await python.StandardError.ReadToEndAsync();
        var output = await reading;
        await python.WaitForExitAsync();
        Assert.SkipWhen(errors.Contains("No module named 'onnx'", StringComparison.Ordinal), "python3-onnx is not installed");

        Assert.Equal("", errors);
        Assert.Equal("checked 7", output.Trim());
    }

    [Fact]
    public void Every_graph_is_opset_17_draws_nothing_at_random_and_has_no_dimension_free_but_K_and_N()
    {
        Assert.Equal(6, ModelBundle.GraphFiles.Count);
        foreach (var name in ModelBundle.GraphFiles)
        {
            var model = ModelProto.Parser.ParseFrom(exported.Files[name]);

            Assert.Equal([17L], model.OpsetImport.Select(opset => opset.Version));
            Assert.DoesNotContain(model.Graph.Node, node => node.OpType.Contains("Random", StringComparison.Ordinal) || node.OpType is "Bernoulli" or "Multinomial" or "Dropout");
            var free = model.Graph.Input.Concat(model.Graph.Output).SelectMany(value => value.Type.TensorType.Shape.Dim).Select(dim => dim.DimParam).Where(dim => dim.Length > 0);
            string[] expected = name switch { "propose.onnx" => ["K"], "imagine.onnx" => ["K", "N"], "predict.onnx" => ["N"], _ => [] };
            Assert.Equal(expected, free.Distinct().Order());
        }
    }

    [Fact]
    public void Noise_is_an_input()
    {
        var model = ModelProto.Parser.ParseFrom(exported.Files["propose.onnx"]);

        Assert.Contains(model.Graph.Input, input => input.Name == GraphNames.Noise);
    }

    [Fact]
    public void The_same_weights_give_the_same_bytes()
    {
        using var again = new ExportedBundle();

        Assert.All(exported.Files, file => Assert.Equal(file.Value, again.Files[file.Key]));
    }

    private static Process Start(string flag, string script, string[] files)
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not here");
        var start = new ProcessStartInfo(Python) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[flag, script, .. files])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
