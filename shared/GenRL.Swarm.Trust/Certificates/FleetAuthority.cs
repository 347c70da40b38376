using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenRL.Swarm.Trust.Certificates;

/// <summary>
/// A throw-away certificate authority for one run of a fleet (EC P-256). Its private key never leaves this object: when it is disposed,
/// nobody can join the fleet any more. Writes PEM files, key files readable by this user only.
/// </summary>
public sealed class FleetAuthority : IDisposable
{
    /// <summary>Clocks of robot and ground station may differ by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly X509Certificate2 _certificate;
    private readonly DateTimeOffset _expires;

    /// <summary>Makes an authority and writes its certificate to <paramref name="folder"/>, which is made when missing.</summary>
    public FleetAuthority(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _folder = folder;
        _time = time;
        Directory.CreateDirectory(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=GenRL.Swarm fleet", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = time.GetUtcNow();
        _expires = now + Lifetime;
        _certificate = request.CreateSelfSigned(now - ClockSkew, _expires);
        CaFile = Path.Combine(folder, "ca.crt");
        PemFile.Write(CaFile, _certificate.ExportCertificatePem(), isSecret: false);
    }

    /// <summary>The authority's certificate.</summary>
    public string CaFile { get; }

    /// <summary>Makes a certificate for a server on this machine: 127.0.0.1, ::1 and localhost.</summary>
    /// <exception cref="ArgumentException">The identity is no name: lower-case letters, digits and -.</exception>
    public CertificateFiles IssueServer(string identity)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        names.AddDnsName("localhost");
        return Issue(identity, CertificateFiles.ServerPurpose, names.Build());
    }

    /// <summary>Makes a certificate for a client, whose common name is <paramref name="identity"/>.</summary>
    /// <exception cref="ArgumentException">The identity is no name: lower-case letters, digits and -.</exception>
    public CertificateFiles IssueClient(string identity) => Issue(identity, CertificateFiles.ClientPurpose, null);

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    private CertificateFiles Issue(string identity, string purpose, X509Extension? names)
    {
        ArgumentException.ThrowIfNullOrEmpty(identity);
        if (!identity.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || identity == "ca")
        {
            throw new ArgumentException($"'{identity}' is no identity: lower-case letters, digits and -, and not 'ca'", nameof(identity));
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={identity}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        Span<byte> serial = stackalloc byte[16];
        RandomNumberGenerator.Fill(serial);
        serial[0] &= 0x7F;
        var now = _time.GetUtcNow();
        using var certificate = request.Create(_certificate, now - ClockSkew, _expires, serial);
        var files = CertificateFiles.In(_folder, identity);
        PemFile.Write(files.KeyFile, key.ExportPkcs8PrivateKeyPem(), isSecret: true);
        PemFile.Write(files.CertificateFile, certificate.ExportCertificatePem(), isSecret: false);
        return files;
    }
}
