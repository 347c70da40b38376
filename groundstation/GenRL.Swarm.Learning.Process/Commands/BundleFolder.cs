using System.Reflection;
using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>Where a bundle comes from.</summary>
/// <param name="Parent">The release that training began from, or null.</param>
/// <param name="Logs">Hashes of the logs.</param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Recipe">The recipe's name.</param>
internal sealed record BundleOrigin(string? Parent, IReadOnlyList<string> Logs, IReadOnlyList<ulong> Seeds, string Recipe);

/// <summary>Writes a bundle's files and its manifest; the ground station signs it when it has passed the gate.</summary>
internal static class BundleFolder
{
    /// <summary>Writes into <paramref name="folder"/>, whole or not at all; what was there before is replaced.</summary>
    public static void Write(
        string folder, IReadOnlyDictionary<string, byte[]> files, string floor, BundleOrigin origin, IReadOnlyDictionary<string, double>? metrics = null)
    {
        var manifest = new BundleManifest(
            BundleManifest.CurrentFormat, TimeProvider.System.GetUtcNow().ToString(BundleManifest.TimeFormat), floor,
            [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new BundleFile(f.Key, Convert.ToHexStringLower(SHA256.HashData(f.Value)), f.Value.Length))],
            new BundleLineage(origin.Parent, origin.Logs, origin.Seeds, CodeVersion(), origin.Recipe), metrics ?? new Dictionary<string, double>());
        var partial = folder + ".part";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(partial, name), bytes);
        }

        File.WriteAllBytes(Path.Combine(partial, BundleLayout.Manifest), manifest.ToBytes());
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(partial, folder);
    }

    /// <summary>The release that lies in <paramref name="folder"/>.</summary>
    public static ReleaseId IdOf(string folder) => ReleaseId.Of(File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest)));

    private static string CodeVersion() =>
        typeof(BundleFolder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
