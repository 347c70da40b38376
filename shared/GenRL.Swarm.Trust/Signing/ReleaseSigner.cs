using System.Security.Cryptography;
using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Trust.Signing;

/// <summary>Signs releases with a private key (ECDSA P-256) that lies in a PEM file which only its owner may read. Not thread-safe.</summary>
public sealed class ReleaseSigner : IDisposable
{
    private const UnixFileMode OthersMayTouch =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly ECDsa _key;

    private ReleaseSigner(ECDsa key)
    {
        _key = key;
        PublicKey = TrustedKey.Of(key);
    }

    /// <summary>The public half, for verifiers.</summary>
    public TrustedKey PublicKey { get; }

    /// <summary>The public half in PEM, to be given to robots.</summary>
    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Reads the private key in <paramref name="pemPath"/>; makes one there when there is none.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static ReleaseSigner OpenOrCreate(string pemPath)
    {
        if (!File.Exists(pemPath))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            AtomicFile.WritePrivate(pemPath, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        }

        return Open(pemPath);
    }

    /// <summary>Reads the private key in <paramref name="pemPath"/>.</summary>
    /// <exception cref="CryptographicException">It is not an ECDSA P-256 private key, or others than its owner may read or write it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReleaseSigner Open(string pemPath)
    {
        if ((File.GetUnixFileMode(pemPath) & OthersMayTouch) != UnixFileMode.None)
        {
            throw new CryptographicException($"others than its owner may read or write {pemPath}: chmod 600 it");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(pemPath));
            return new ReleaseSigner(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The content of <c>manifest.sig</c> for a manifest with these bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> manifest) => ReleaseSignature.Write(PublicKey.Id, _key.SignData(manifest, HashAlgorithmName.SHA256));

    /// <summary>Signs the bundle in <paramref name="folder"/>: writes its signature file, atomically.</summary>
    /// <returns>The release's id.</returns>
    /// <exception cref="IOException">The manifest cannot be read or the signature not be written.</exception>
    public ReleaseId SignFolder(string folder)
    {
        var manifest = File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest));
        AtomicFile.Write(Path.Combine(folder, BundleLayout.Signature), Sign(manifest));
        return ReleaseId.Of(manifest);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
