using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace GenRL.Swarm.GroundStation.Security;

/// <summary>Binds the API for robots: TLS, and a client certificate that the fleet's own authority has issued.</summary>
internal static class MutualTls
{
    public static void Listen(KestrelServerOptions kestrel, MutualTlsOptions tls)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(tls.Authority);
        using var pem = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        var certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
        kestrel.Listen(IPAddress.Parse(tls.Address), tls.Port, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (client, _, _) => IsIssuedBy(authority, client);
        }));
    }

    private static bool IsIssuedBy(X509Certificate2 authority, X509Certificate2 client)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.2", "client authentication"));
        return chain.Build(client);
    }
}
