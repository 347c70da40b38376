using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.SystemTests.Running;
using GenRL.Swarm.Trust.Certificates;

namespace GenRL.Swarm.SystemTests;

public sealed class CertificateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_robots_own_certificate_uploads_its_logs_and_fetches_releases_and_every_refusal_says_why()
    {
        await using var fleet = await TestFleet.CreateAsync(robots: 2);
        await fleet.StartStationAsync();
        var trust = fleet.Run.Folder.Trust;
        using var stranger = new FleetAuthority(fleet["stranger"], TimeProvider.System);
        using var own = Client(fleet, CertificateFiles.In(trust, "r0"));
        using var others = Client(fleet, CertificateFiles.In(trust, "r1"));
        using var foreign = Client(fleet, stranger.IssueClient("r0"));
        using var none = Client(fleet, null);

        Assert.Equal((HttpStatusCode.Forbidden, "WrongRobot"), await UploadAsync(others));
        await Assert.ThrowsAsync<HttpRequestException>(() => UploadAsync(foreign));
        await Assert.ThrowsAsync<HttpRequestException>(() => UploadAsync(none));
        await Assert.ThrowsAsync<HttpRequestException>(() => FetchAsync(foreign, fleet.Releases.First));
        await Assert.ThrowsAsync<HttpRequestException>(() => FetchAsync(none, fleet.Releases.First));
        Assert.Empty(await fleet.Station.LogsAsync(Cancellation));

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(own)).Status);
        Assert.Equal(fleet.Releases.First, ReleaseId.Of(await FetchAsync(own, fleet.Releases.First)));
        Assert.Equal("r0", Assert.Single(await fleet.Station.LogsAsync(Cancellation)).Robot.ToString());
        await Patience.UntilAsync("the reasons", () => Says(fleet, "refused: NoCertificate") && Says(fleet, "refused: NotOfThisFleet CN=r0"));
    }

    private static bool Says(TestFleet fleet, string reason) => fleet.Said("station").Contains(reason, StringComparison.Ordinal);

    private static async Task<(HttpStatusCode Status, string Said)> UploadAsync(HttpClient http)
    {
        byte[] log = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];
        using var answer = await http.PutAsync($"logs/r0/a.mcap?sha256={Convert.ToHexStringLower(SHA256.HashData(log))}&bytes={log.Length}", new ByteArrayContent(log), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static Task<byte[]> FetchAsync(HttpClient http, ReleaseId release) => http.GetByteArrayAsync($"releases/{release}/manifest", Cancellation);

    /// <summary>A client that shows a certificate, or none, and knows the station by the fleet's authority.</summary>
    private static HttpClient Client(TestFleet fleet, CertificateFiles? shown)
    {
        var station = CertificateFiles.In(fleet.Run.Folder.Trust, "r0");
        var ssl = new SslClientAuthenticationOptions { CertificateChainPolicy = station.ChainPolicy(CertificateFiles.ServerPurpose) };
        if (shown is not null)
        {
            ssl.ClientCertificates = [shown.Load()];
        }

        return new HttpClient(new SocketsHttpHandler { SslOptions = ssl, UseProxy = false }) { BaseAddress = new Uri(fleet.Run.RobotUrl) };
    }
}
