using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace GenRL.Swarm.GroundStation.Security;

/// <summary>
/// Binds the API for robots: TLS, and a client certificate that the fleet's own authority has issued. Whoever shows none, or another's, gets no further
/// than the handshake; why is in the text log and the metrics.
/// </summary>
internal static class MutualTls
{
    public static void Listen(KestrelServerOptions kestrel, MutualTlsOptions tls)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(tls.Authority);
        using var pem = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        var own = SslStreamCertificateContext.Create(
            X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null), additionalCertificates: null, offline: true);
        var logger = kestrel.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MutualTls).FullName!);
        kestrel.Listen(IPAddress.Parse(tls.Address), tls.Port, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = handshake => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = own,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    Judge(authority, shown) is not { } fault || Refuse(logger, handshake.Connection.RemoteEndPoint, fault, shown),
            }),
        }));
    }

    /// <summary>What is wrong with a certificate; null when nothing is.</summary>
    private static ConnectionFault? Judge(X509Certificate2 authority, X509Certificate? shown)
    {
        if (shown is not X509Certificate2 client)
        {
            return ConnectionFault.NoCertificate;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (!chain.Build(client))
        {
            return ConnectionFault.NotOfThisFleet;
        }

        chain.Reset();
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.2", "client authentication"));
        return chain.Build(client) ? null : ConnectionFault.NotForClients;
    }

    private static bool Refuse(ILogger logger, EndPoint? from, ConnectionFault fault, X509Certificate? shown)
    {
        StationMeter.RefusedConnections.Add(1, new KeyValuePair<string, object?>("reason", fault.ToString()));
        Log.ConnectionRefused(logger, from, fault, shown?.Subject ?? "");
        return false;
    }
}
