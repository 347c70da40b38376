using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class DistributionTests : IAsyncLifetime
{
    private Station _station = null!;

    private ReleaseId Active => _station.Get<Releases>().Active!.Release;

    public async ValueTask InitializeAsync() => _station = await Station.StartAsync();

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task Robot_WithThePublicKey_FetchesAndAssemblesTheRelease()
    {
        var verifier = new ReleaseVerifier(TrustedKey.Load(Path.Combine(_station.Folder, "signing-key.pub.pem")));
        var robot = new BundleStore(_station["robot"], verifier);
        var manifest = await _station.Http.GetByteArrayAsync($"/releases/{Active}/manifest");
        var signature = await _station.Http.GetByteArrayAsync($"/releases/{Active}/signature");

        var file = Assert.Single(verifier.VerifyManifest(manifest, signature).Manifest!.Files);
        await File.WriteAllBytesAsync(robot.PartPath(file), await RangeAsync(file.Sha256, 0, 999));
        await File.AppendAllBytesAsync(robot.PartPath(file), await RangeAsync(file.Sha256, 1000, null));

        Assert.Equal(BundleFault.None, robot.CommitPart(file));
        Assert.Equal(Active, robot.Assemble(manifest, signature).Release);
    }

    [Theory]
    [InlineData("/releases/0000000000000000000000000000000000000000000000000000000000000000/manifest")]
    [InlineData("/releases/..%2f..%2fregistry.db/manifest")]
    [InlineData("/artefacts/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/artefacts/..%2f..%2fregistry.db")]
    public async Task Get_WhatIsNotThere_IsNotFound(string address)
    {
        using var answer = await _station.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Post_FolderThatIsNoBundle_IsRefusedWithItsFault()
    {
        var folder = _station.Bundle("bad", 9);
        await File.WriteAllTextAsync(Path.Combine(folder, "world.onnx"), "tampered");

        using var answer = await _station.Http.PostAsJsonAsync("/releases", new { folder });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("WrongLength: world.onnx", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Restart_WithAReleaseActive_KeepsItAndItsKey()
    {
        var before = (Active, _station.Get<ReleaseSigner>().PublicKey.Id);

        await _station.RestartAsync();

        Assert.Equal(before, (Active, _station.Get<ReleaseSigner>().PublicKey.Id));
    }

    [Fact]
    public async Task Get_UnderAForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fleet");
        request.Headers.Host = "attacker.example";

        using var answer = await _station.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<byte[]> RangeAsync(string sha256, long from, long? to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/artefacts/{sha256}");
        request.Headers.Range = new RangeHeaderValue(from, to);
        using var answer = await _station.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
