using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Models;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>Finds what to fly at start: the adopted release, else the signed bundle that the process was given, which then is the adopted one.</summary>
internal sealed class FirstRelease(BundleStore store, ReleaseVerifier verifier, AdoptedRelease adopted, ReleaseLoader loader, ILogger<FirstRelease> log)
{
    /// <summary>Verifies and loads it.</summary>
    /// <param name="given">Folder of a signed bundle, or null.</param>
    /// <exception cref="ReleaseRefusedException">There is nothing that may be flown.</exception>
    public ModelBundle Load(string? given)
    {
        if (adopted.Read() is { } release)
        {
            try
            {
                return Load(release);
            }
            catch (ReleaseRefusedException error)
            {
                log.AdoptedUnusable(release.Short, error.Message);
            }
        }

        return given is null ? throw new ReleaseRefusedException($"no release to fly: none is adopted and none was given") : Take(given);
    }

    private ModelBundle Take(string given)
    {
        var path = Path.Combine(given, BundleLayout.Signature);
        if (!File.Exists(path))
        {
            throw new ReleaseRefusedException($"{BundleFault.MissingSignature}: {path}");
        }

        var verdict = store.Import(given, File.ReadAllBytes(path));
        if (!verdict.Ok)
        {
            throw new ReleaseRefusedException($"{given}: {verdict}");
        }

        var bundle = Load(verdict.Release);
        adopted.Write(verdict.Release);
        return bundle;
    }

    private ModelBundle Load(ReleaseId release)
    {
        var folder = store.FolderOf(release) ?? throw new ReleaseRefusedException("not in the store");
        var verdict = verifier.Verify(folder);
        return verdict.Ok ? loader.Load(folder, release) : throw new ReleaseRefusedException(verdict.ToString());
    }
}
