namespace GenRL.Swarm.Contracts.Models;

/// <summary>
/// A bundle on disk is one flat folder: the manifest, its signature, and the files that the manifest names (the graphs, the contract, the
/// golden inputs and outputs). Bounds hold for every bundle, so that a reader's memory and disk are bounded too.
/// </summary>
public static class BundleLayout
{
    /// <summary>The manifest: <see cref="BundleManifest"/> in canonical JSON. Its SHA-256 is the release id.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature over the manifest's bytes: one line of text.</summary>
    public const string Signature = "manifest.sig";

    /// <summary>What the graphs expect and promise: names, shapes, units, scales, dt, latent and codebook ids, limits, shield parameters.</summary>
    public const string Contract = "contract.json";

    /// <summary>Golden inputs and outputs, for the self-check before a swap.</summary>
    public const string Golden = "golden.bin";

    /// <summary>The largest manifest, bytes.</summary>
    public const int MaxManifestBytes = 256 * 1024;

    /// <summary>The largest signature file, bytes.</summary>
    public const int MaxSignatureBytes = 256;

    /// <summary>The most files that a manifest may name.</summary>
    public const int MaxFiles = 64;

    /// <summary>The largest file, bytes.</summary>
    public const long MaxFileBytes = 64L * 1024 * 1024;
}
