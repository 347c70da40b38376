using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using GenRL.Swarm.Onboard.Process.Settings;

namespace GenRL.Swarm.Onboard.Process.Station;

/// <summary>HTTP to the ground station: with TLS, the robot's certificate is shown and the station's must be the fleet authority's.</summary>
internal static class StationHttp
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(60);

    /// <summary>Makes a client, which the caller disposes.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A TLS file is not what it should be.</exception>
    public static HttpClient Connect(Uri station, TlsFiles? tls)
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTime, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = false, UseCookies = false };
        if (tls is not null)
        {
            handler.SslOptions = Authenticate(tls);
        }

        return new HttpClient(handler) { BaseAddress = station, Timeout = RequestTime };
    }

    private static SslClientAuthenticationOptions Authenticate(TlsFiles tls)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(tls.Authority);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        return new SslClientAuthenticationOptions
        {
            ClientCertificates = [X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key)],
            CertificateChainPolicy = policy,
        };
    }
}
