using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>
/// Brings an offered release into the store: manifest and signature, which are checked before anything else is fetched, then every file that the store
/// lacks, by hash. What was fetched stays, so that the next attempt goes on from there, after a restart too.
/// </summary>
internal sealed class ReleaseFetcher(ReleaseClient client, BundleStore store, ReleaseVerifier verifier)
{
    /// <summary>Fetches and verifies; returns the release's folder.</summary>
    /// <exception cref="ReleaseRefusedException">It is not what it should be.</exception>
    /// <exception cref="HttpRequestException">The network or the station failed: try again.</exception>
    public async Task<string> FetchAsync(ReleaseOffer offer, CancellationToken cancellationToken)
    {
        var release = new ReleaseId(offer.Release);
        if (store.FolderOf(release) is { } present && verifier.Verify(present).Ok)
        {
            return present;
        }

        var root = new Uri(offer.BaseUrl);
        var manifest = await client.GetAsync(new Uri(root, $"releases/{release}/manifest"), BundleLayout.MaxManifestBytes, cancellationToken);
        var signature = await client.GetAsync(new Uri(root, $"releases/{release}/signature"), BundleLayout.MaxSignatureBytes, cancellationToken);
        var verdict = Accept(verifier.VerifyManifest(manifest, signature));
        if (verdict.Release != release)
        {
            throw new ReleaseRefusedException($"{BundleFault.WrongHash}: {BundleLayout.Manifest}");
        }

        foreach (var file in verdict.Manifest!.Files)
        {
            await FetchAsync(root, file, cancellationToken);
        }

        Accept(store.Assemble(manifest, signature));
        return store.FolderOf(release)!;
    }

    private static BundleVerdict Accept(BundleVerdict verdict) => verdict.Ok ? verdict : throw new ReleaseRefusedException(verdict.ToString());

    private async Task FetchAsync(Uri root, BundleFile file, CancellationToken cancellationToken)
    {
        if (store.ArtefactPath(file.Sha256) is not null)
        {
            return;
        }

        await client.ContinueAsync(new Uri(root, $"artefacts/{file.Sha256}"), file, store.PartPath(file), cancellationToken);
        if (store.CommitPart(file) is not BundleFault.None and var fault)
        {
            throw new ReleaseRefusedException($"{fault}: {file.Name}");
        }
    }
}
