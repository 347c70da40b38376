using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;

namespace GenRL.Swarm.Cli.Logs;

/// <summary>Finds the bundles that a log names, in given folders and bundle stores, and loads each once. Owns what it has loaded.</summary>
/// <param name="bundles">Folders of bundles.</param>
/// <param name="stores">Bundle stores.</param>
internal sealed class BundleSource(IReadOnlyList<string> bundles, IReadOnlyList<string> stores) : IDisposable
{
    private readonly Dictionary<ReleaseId, ModelBundle> _loaded = [];

    /// <summary>A ground station keeps logs in <c>logs/ROBOT/</c> and its bundle store in <c>store/</c>: those that there are.</summary>
    public static IEnumerable<string> StoresBeside(IEnumerable<string> logs) => logs
        .Select(log => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(log))!, "..", "..", "store")).Distinct().Where(Directory.Exists);

    /// <summary>The bundle.</summary>
    /// <exception cref="InvalidDataException">It is nowhere, or cannot be used.</exception>
    public ModelBundle Load(ReleaseId release, ModelBundleOptions options)
    {
        if (!_loaded.TryGetValue(release, out var bundle))
        {
            try
            {
                bundle = ModelBundle.Load(FolderOf(release), release, options);
            }
            catch (BundleException error)
            {
                throw new InvalidDataException($"release {release.Short}: {error.Message}", error);
            }

            _loaded.Add(release, bundle);
        }

        return bundle;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bundle in _loaded.Values)
        {
            bundle.Dispose();
        }
    }

    private string FolderOf(ReleaseId release) =>
        bundles.Concat(stores.Select(store => Path.Combine(store, "releases", release.Hex))).FirstOrDefault(folder => Holds(folder, release))
        ?? throw new InvalidDataException($"release {release.Short} is in no store beside the logs: name its folder with --bundle");

    private static bool Holds(string folder, ReleaseId release)
    {
        var manifest = Path.Combine(folder, BundleLayout.Manifest);
        return File.Exists(manifest) && ReleaseId.Of(File.ReadAllBytes(manifest)) == release;
    }
}
