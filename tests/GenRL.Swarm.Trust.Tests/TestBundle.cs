using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Trust.Tests;

/// <summary>Makes small signed bundles.</summary>
internal static class TestBundle
{
    public static readonly IReadOnlyDictionary<string, byte[]> Files = new Dictionary<string, byte[]>
    {
        ["contract.json"] = "{\"dt\":0.1}"u8.ToArray(),
        ["world.onnx"] = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7))],
        ["golden.bin"] = [1, 2, 3, 4],
    };

    public static BundleManifest Manifest(IEnumerable<BundleFile>? files = null) => new(
        BundleManifest.CurrentFormat,
        "2026-01-31T12:00:00Z",
        "nominal",
        [.. files ?? Files.Select(f => BundleFile.Of(f.Key, f.Value))],
        new BundleLineage(null, [new string('a', 64)], [7, ulong.MaxValue], "0.1.0", "expert iteration"),
        new Dictionary<string, double> { ["success"] = 0.98, ["ego_2s_ratio"] = 1.0 / 3 });

    public static string Write(string folder, ReleaseSigner signer, BundleManifest? manifest = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in Files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        File.WriteAllBytes(Path.Combine(folder, BundleLayout.Manifest), (manifest ?? Manifest()).ToBytes());
        signer.SignFolder(folder);
        return folder;
    }
}
