using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GenRL.Swarm.Trust.Certificates;

namespace GenRL.Swarm.Trust.Tests.Certificates;

public sealed class FleetAuthorityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("swarm-trust-").FullName;
    private readonly FleetAuthority _authority;

    public FleetAuthorityTests() => _authority = new FleetAuthority(Path.Combine(_folder, "fleet"), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_certificate_names_its_identity_and_is_good_for_its_purpose_only()
    {
        var files = _authority.IssueClient("r0");
        using var certificate = files.Load();
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal("r0", CertificateFiles.IdentityOf(certificate));
        Assert.True(files.Accepts(certificate, CertificateFiles.ClientPurpose));
        Assert.False(files.Accepts(certificate, CertificateFiles.ServerPurpose));
        Assert.False(files.Accepts(null, CertificateFiles.ClientPurpose));
        Assert.Equal(files, CertificateFiles.In(Path.Combine(_folder, "fleet"), "r0"));
    }

    [Fact]
    public void A_certificate_of_another_authority_is_not_accepted()
    {
        using var other = new FleetAuthority(Path.Combine(_folder, "other"), TimeProvider.System);
        using var certificate = other.IssueClient("r0").Load();
        Assert.False(_authority.IssueClient("r1").Accepts(certificate, CertificateFiles.ClientPurpose));
    }

    [Fact]
    public void Key_files_are_secret_and_the_authoritys_key_is_nowhere()
    {
        var files = _authority.IssueServer("broker");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files.KeyFile));
        }

        Assert.Equal(["broker.crt", "broker.key", "ca.crt"], Directory.GetFiles(Path.Combine(_folder, "fleet")).Select(Path.GetFileName).Order());
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(_authority.CaFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ca")]
    [InlineData("../r0")]
    [InlineData("r0,O=x")]
    [InlineData("R0")]
    public void An_identity_that_is_no_name_is_refused(string identity) =>
        Assert.ThrowsAny<ArgumentException>(() => _authority.IssueClient(identity));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Both_ends_of_a_connection_know_each_other(string host) =>
        Assert.Equal("r0", await HandshakeAsync(_authority.IssueServer("station"), _authority.IssueClient("r0"), host));

    [Fact]
    public async Task A_client_of_another_authority_and_a_server_of_another_name_are_refused()
    {
        using var other = new FleetAuthority(Path.Combine(_folder, "other"), TimeProvider.System);
        var rogue = other.IssueClient("r0") with { CaFile = _authority.CaFile };
        await Assert.ThrowsAsync<AuthenticationException>(() => HandshakeAsync(_authority.IssueServer("station"), rogue, "localhost"));
        await Assert.ThrowsAsync<AuthenticationException>(
            () => HandshakeAsync(_authority.IssueServer("station"), _authority.IssueClient("r0"), "elsewhere"));
    }

    /// <summary>Shakes hands; the client's identity as the server sees it.</summary>
    private static async Task<string> HandshakeAsync(CertificateFiles server, CertificateFiles client, string host)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port, Cancellation);
        using var accepted = await listener.AcceptTcpClientAsync(Cancellation);
        using var serverCertificate = server.Load();
        using var clientCertificate = client.Load();
        await using var there = new SslStream(accepted.GetStream());
        await using var here = new SslStream(socket.GetStream());
        var serving = there.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = serverCertificate, ClientCertificateRequired = true,
                CertificateChainPolicy = server.ChainPolicy(CertificateFiles.ClientPurpose),
            },
            Cancellation);
        var calling = here.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host, ClientCertificates = [clientCertificate], CertificateChainPolicy = client.ChainPolicy(CertificateFiles.ServerPurpose),
            },
            Cancellation);
        if (await Task.WhenAny(serving, calling) is { IsFaulted: true } failed)
        {
            accepted.Close();
            socket.Close();
            await Task.WhenAll(serving, calling).ContinueWith(_ => { }, TaskScheduler.Default);
            await failed;
        }

        await Task.WhenAll(serving, calling);
        return CertificateFiles.IdentityOf(Assert.IsType<X509Certificate2>(there.RemoteCertificate));
    }
}
