using System.Text;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.Trust.Tests;

public sealed class BundleManifestTests
{
    [Fact]
    public void ToBytes_Manifest_HasItsOneForm()
    {
        var text = Encoding.UTF8.GetString(TestBundle.Manifest([new BundleFile("a.onnx", new string('0', 64), 3)]).ToBytes());

        Assert.Equal(
            "{\"format\":1,\"created\":\"2026-01-31T12:00:00Z\",\"floor\":\"nominal\",\"files\":[{\"name\":\"a.onnx\",\"sha256\":\""
            + new string('0', 64) + "\",\"bytes\":3}],\"lineage\":{\"parent_release\":null,\"logs\":[\"" + new string('a', 64)
            + "\"],\"seeds\":[7,18446744073709551615],\"code_version\":\"0.1.0\",\"recipe\":\"expert iteration\"},"
            + "\"metrics\":{\"ego_2s_ratio\":0.3333333333333333,\"success\":0.98}}",
            text);
    }

    [Fact]
    public void TryParse_WhatToBytesWrote_GivesTheSameBytesAgain()
    {
        var bytes = TestBundle.Manifest().ToBytes();

        Assert.True(BundleManifest.TryParse(bytes, out var manifest, out _));
        Assert.Equal(bytes, manifest.ToBytes());
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "format 2")]
    [InlineData("\"format\":1", "\"format\": 1", "canonical")]
    [InlineData("\"format\":1", "\"format\":1,\"more\":1", "not the JSON")]
    [InlineData("\"floor\":\"nominal\"", "\"floor\":null", "not the JSON")]
    [InlineData("\"floor\":\"nominal\"", "\"floor\":\"x\",\"floor\":\"nominal\"", "canonical")]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31 12:00:00", "ISO 8601")]
    [InlineData("0.98", "1e999", "finite")]
    [InlineData("\"files\":[", "\"files\":[null,", "files")]
    [InlineData("nominal", "\\ud800", "not the JSON")]
    [InlineData("world.onnx", "golden.bin", "twice")]
    [InlineData("\"sha256\":\"", "\"sha256\":\"A", "hexadecimal")]
    [InlineData("\"parent_release\":null", "\"parent_release\":\"me\"", "parent")]
    public void TryParse_BadManifest_SaysWhatIsWrong(string good, string bad, string reason)
    {
        var text = Encoding.UTF8.GetString(TestBundle.Manifest().ToBytes()).Replace(good, bad, StringComparison.Ordinal);

        Assert.False(BundleManifest.TryParse(Encoding.UTF8.GetBytes(text), out _, out var why));
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }
}
