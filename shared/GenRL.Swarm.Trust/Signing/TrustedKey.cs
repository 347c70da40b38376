using System.Security.Cryptography;

namespace GenRL.Swarm.Trust.Signing;

/// <summary>A public key (ECDSA, P-256) whose signature on a release counts. Thread-safe.</summary>
public sealed class TrustedKey
{
    private readonly byte[] _info;

    private TrustedKey(byte[] info)
    {
        _info = info;
        Id = Convert.ToHexStringLower(SHA256.HashData(info));
    }

    /// <summary>SHA-256 of the key's SubjectPublicKeyInfo, 64 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Reads a key in PEM (<c>PUBLIC KEY</c>).</summary>
    /// <exception cref="CryptographicException">It is not an ECDSA P-256 public key.</exception>
    /// <exception cref="ArgumentException">There is no key in <paramref name="pem"/>.</exception>
    public static TrustedKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return Of(key);
    }

    /// <summary>Reads a key file in PEM.</summary>
    /// <inheritdoc cref="FromPem" path="/exception"/>
    public static TrustedKey Load(string path) => FromPem(File.ReadAllText(path));

    internal static TrustedKey Of(ECDsa key)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new CryptographicException("the key is not on the curve P-256");
        }

        return new TrustedKey(key.ExportSubjectPublicKeyInfo());
    }

    internal bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }
}
