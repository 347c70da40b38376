using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.Trust.Signing;

/// <summary>
/// Decides whether a release may be loaded: signature first, over the manifest's raw bytes; then the manifest; then length and hash of every
/// file. Nothing of a bundle is parsed before the check that covers it has passed. Memory is bounded, bad input gives one named reason and
/// throws nothing. Thread-safe.
/// </summary>
public sealed class ReleaseVerifier
{
    private readonly Dictionary<string, TrustedKey> _keys;

    /// <summary>Trusts the given keys and no other.</summary>
    /// <param name="trusted">The keys whose signatures count.</param>
    public ReleaseVerifier(params IEnumerable<TrustedKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        _keys = trusted.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }

    /// <summary>Checks a manifest and its signature, as they come from the network.</summary>
    /// <returns>The manifest and the release's id; or why not.</returns>
    public BundleVerdict VerifyManifest(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        if (manifest.Length > BundleLayout.MaxManifestBytes)
        {
            return BundleVerdict.Refused(BundleFault.TooLarge, BundleLayout.Manifest);
        }

        Span<byte> raw = stackalloc byte[ReleaseSignature.Length];
        if (signature.Length > BundleLayout.MaxSignatureBytes || !ReleaseSignature.TryRead(signature, out var keyId, raw))
        {
            return BundleVerdict.Refused(BundleFault.MalformedSignature, BundleLayout.Signature);
        }

        if (!_keys.TryGetValue(keyId, out var key))
        {
            return BundleVerdict.Refused(BundleFault.UnknownKey, keyId);
        }

        return key.Verifies(manifest, raw) ? BundleContents.CheckManifest(manifest) : BundleVerdict.Refused(BundleFault.BadSignature, BundleLayout.Manifest);
    }

    /// <summary>Checks the bundle in <paramref name="folder"/> wholly: signature, manifest, every file, and that there is nothing else.</summary>
    /// <returns>The manifest and the release's id; or why not.</returns>
    public BundleVerdict Verify(string folder)
    {
        var fault = BundleContents.ReadManifest(folder, out var manifest);
        if (fault is not null)
        {
            return fault;
        }

        if (!BoundedFile.TryRead(Path.Combine(folder, BundleLayout.Signature), BundleLayout.MaxSignatureBytes, out var signature, out var tooLarge))
        {
            return BundleVerdict.Refused(tooLarge ? BundleFault.TooLarge : BundleFault.MissingSignature, BundleLayout.Signature);
        }

        return Verify(folder, manifest, signature);
    }

    /// <summary>Checks the files in <paramref name="folder"/> against a manifest whose signature lies elsewhere.</summary>
    internal BundleVerdict Verify(string folder, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        var verdict = VerifyManifest(manifest, signature);
        return verdict.Ok ? BundleContents.CheckFiles(folder, verdict) : verdict;
    }
}
