using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GenRL.Swarm.TestKit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class MutualTlsTests : IAsyncLifetime
{
    private static readonly byte[] Content = Upload.Content(1000);

    private readonly TempFolder _temp = new();
    private readonly X509Certificate2 _authority = Authority("fleet");
    private Station _station = null!;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        using var own = Issue(_authority, "station", server: true);
        File.WriteAllText(_temp["ca.pem"], _authority.ExportCertificatePem());
        File.WriteAllText(_temp["station.pem"], own.ExportCertificatePem());
        File.WriteAllText(_temp["station.key"], own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _station = await Station.StartAsync(tls: new MutualTlsOptions
        {
            Port = 0, Certificate = _temp["station.pem"], Key = _temp["station.key"], Authority = _temp["ca.pem"],
        });
        _address = new Uri(_station.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(a => a.StartsWith("https:", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        _authority.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Put_WithTheRobotsOwnCertificate_IsTaken()
    {
        using var http = Client(Issue(_authority, "r3"));
        using var answer = await new Upload(http, "r3", "a.mcap", Content).PutAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var health = await http.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Put_WithAnotherRobotsCertificateOrOnThePortForPeople_IsForbidden()
    {
        using var http = Client(Issue(_authority, "r4"));
        using var answer = await new Upload(http, "r3", "a.mcap", Content).PutAsync();
        using var plain = await new Upload(_station.Http, "r3", "a.mcap", Content).PutAsync();

        Assert.Equal((HttpStatusCode.Forbidden, "WrongRobot"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, plain.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/fleet")]
    [InlineData("/rollouts")]
    [InlineData("/live")]
    public async Task Get_WhatIsForPeople_IsNotThereForRobots(string path)
    {
        using var http = Client(Issue(_authority, "r3"));
        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Connect_WithoutACertificateOrWithAStrangers_Fails()
    {
        using var stranger = Authority("stranger");
        using var none = Client(certificate: null);
        using var foreign = Client(Issue(stranger, "r3"));
        using var server = Client(Issue(_authority, "r3", server: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => none.GetAsync("/health"));
        await Assert.ThrowsAsync<HttpRequestException>(() => foreign.GetAsync("/health"));
        await Assert.ThrowsAsync<HttpRequestException>(() => server.GetAsync("/health"));
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(From, To);
    }

    private static DateTimeOffset From => TimeProvider.System.GetUtcNow().AddHours(-1);

    private static DateTimeOffset To => From.AddHours(4);

    private static X509Certificate2 Issue(X509Certificate2 authority, string name, bool server = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(server ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2")], critical: false));
        using var issued = request.Create(authority, From.AddMinutes(1), To.AddMinutes(-1), RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null;
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12;
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        return new HttpClient(handler) { BaseAddress = _address };
    }
}
