using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Models.Tests;

/// <summary>A good bundle of random weights, to be broken in one place.</summary>
internal static class BrokenBundle
{
    private static readonly Dictionary<string, byte[]> Good = Make();

    /// <summary>A copy of the good bundle's files.</summary>
    public static Dictionary<string, byte[]> Files() => new(Good, StringComparer.Ordinal);

    /// <summary>The good bundle with a text replaced in one of its JSON files.</summary>
    public static Dictionary<string, byte[]> WithText(string file, string old, string replacement)
    {
        var files = Files();
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
        return files;
    }

    /// <summary>The good bundle with the length of the imagined step replaced along x (one of the graph's constants).</summary>
    public static Dictionary<string, byte[]> WithStep(float value)
    {
        var files = Files();
        var graph = (byte[])files["imagine.onnx"].Clone();

        var at = graph.AsSpan().IndexOf(BitConverter.GetBytes(PlanShape.TickSeconds));
        Assert.True(at >= 0);
        BitConverter.TryWriteBytes(graph.AsSpan(at), value);
        files["imagine.onnx"] = graph;
        return files;
    }

    /// <summary>Loads <paramref name="files"/> from a folder as a robot does.</summary>
    public static ModelBundle Load(IReadOnlyDictionary<string, byte[]> files, int candidates = 16)
    {
        using var folder = new TempFolder();
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(folder[name], content);
        }

        return ModelBundle.Load(folder.Path, new ReleaseId(new string('a', 64)), new ModelBundleOptions(candidates, ["cpu"]));
    }

    /// <summary>Asserts that the bundle is refused for <paramref name="error"/>, and that the message says where.</summary>
    public static void AssertRefused(BundleError error, string where, IReadOnlyDictionary<string, byte[]> files)
    {
        var refusal = Assert.Throws<BundleException>(() => Load(files).Dispose());

        Assert.Equal(error, refusal.Error);
        Assert.Contains(where, refusal.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, byte[]> Make()
    {
        OnnxRuntimeLibrary.Load();
        return RandomBundle.Files();
    }
}
