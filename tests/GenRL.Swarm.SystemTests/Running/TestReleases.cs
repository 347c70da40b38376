using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Storage;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>
/// The data folder of a station that has passed and signed two releases before it is started: the one that ships, and the same networks in other
/// files, so that a robot has all of them to fetch.
/// </summary>
/// <param name="First">What the fleet begins with.</param>
/// <param name="Second">What it may be given.</param>
/// <param name="FirstFolder">The signed bundle of the first.</param>
internal sealed record TestReleases(ReleaseId First, ReleaseId Second, string FirstFolder)
{
    /// <summary>Fills the data folder <paramref name="station"/>; the second bundle is made in <paramref name="folder"/>.</summary>
    public static TestReleases Prepare(string station, string folder)
    {
        using var signer = ReleaseSigner.OpenOrCreate(Path.Combine(station, "signing-key.pem"));
        File.WriteAllText(Path.Combine(station, "signing-key.pub.pem"), signer.PublicKeyPem);
        var store = new BundleStore(Path.Combine(station, "store"), new ReleaseVerifier(signer.PublicKey));
        using var registry = RegistryDatabase.Open(Path.Combine(station, "registry.db"), TimeProvider.System);
        var releases = new Releases(registry);
        RandomBundle.Write(folder, Renewed());
        var first = Pass(Repository.PretrainedBundle, signer, store, releases);
        return new TestReleases(first, Pass(folder, signer, store, releases), store.FolderOf(first)!);
    }

    private static ReleaseId Pass(string folder, ReleaseSigner signer, BundleStore store, Releases releases)
    {
        var manifest = File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest));
        var verdict = store.Import(folder, signer.Sign(manifest));
        Assert.True(verdict.Ok, $"{verdict}");
        releases.Add(verdict.Release, verdict.Manifest!);
        releases.Pass(verdict.Release);
        return verdict.Release;
    }

    /// <summary>The shipped files, with a note at the end of every graph: field 6 of ONNX's ModelProto, a text.</summary>
    private static Dictionary<string, byte[]> Renewed() => Directory.EnumerateFiles(Repository.PretrainedBundle)
        .Where(file => Path.GetFileName(file) is not (BundleLayout.Manifest or BundleLayout.Signature))
        .ToDictionary(file => Path.GetFileName(file), file => file.EndsWith(".onnx", StringComparison.Ordinal) ? [.. File.ReadAllBytes(file), 0x32, 3, .. "new"u8] : File.ReadAllBytes(file));
}
