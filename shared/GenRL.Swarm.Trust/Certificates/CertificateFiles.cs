using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenRL.Swarm.Trust.Certificates;

/// <summary>One identity's PEM files, as <see cref="FleetAuthority"/> writes them: for the broker, its clients, and both ends of the HTTP API.</summary>
/// <param name="CaFile">The authority's certificate.</param>
/// <param name="CertificateFile">The identity's certificate.</param>
/// <param name="KeyFile">Its private key.</param>
public sealed record CertificateFiles(string CaFile, string CertificateFile, string KeyFile)
{
    /// <summary>Purpose of a server's certificate.</summary>
    public const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    /// <summary>Purpose of a client's certificate.</summary>
    public const string ClientPurpose = "1.3.6.1.5.5.7.3.2";

    /// <summary>The files of <paramref name="identity"/> in a folder that an authority wrote.</summary>
    public static CertificateFiles In(string folder, string identity) => new(
        Path.Combine(folder, "ca.crt"), Path.Combine(folder, identity + ".crt"), Path.Combine(folder, identity + ".key"));

    /// <summary>The identity's certificate with its private key. The caller disposes it.</summary>
    /// <exception cref="CryptographicException">The files are no PEM, or do not belong together.</exception>
    public X509Certificate2 Load() => X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);

    /// <summary>The authority's certificate. The caller disposes it.</summary>
    public X509Certificate2 LoadAuthority() => X509CertificateLoader.LoadCertificateFromFile(CaFile);

    /// <summary>
    /// How to judge the other side: its certificate must be signed by this authority, and by nobody else's, for <paramref name="purpose"/>. For
    /// SslServerAuthenticationOptions and SslClientAuthenticationOptions.CertificateChainPolicy.
    /// </summary>
    /// <param name="purpose"><see cref="ServerPurpose"/> or <see cref="ClientPurpose"/>.</param>
    public X509ChainPolicy ChainPolicy(string purpose)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(LoadAuthority());
        policy.ApplicationPolicy.Add(new Oid(purpose));
        return policy;
    }

    /// <summary>Whether <paramref name="certificate"/> is one of this authority's, valid now, for <paramref name="purpose"/>. For Kestrel's ClientCertificateValidation.</summary>
    public bool Accepts(X509Certificate2? certificate, string purpose)
    {
        if (certificate is null)
        {
            return false;
        }

        using var chain = new X509Chain { ChainPolicy = ChainPolicy(purpose) };
        return chain.Build(certificate);
    }

    /// <summary>Whose certificate it is: the common name, such as <c>r0</c> or <c>station</c>.</summary>
    public static string IdentityOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }
}
