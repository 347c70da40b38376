using System.Security.Cryptography;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Trust.Tests;

public sealed class ReleaseSignerTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void OpenOrCreate_NoKeyYet_MakesOneThatOnlyItsOwnerMayTouch()
    {
        using var first = ReleaseSigner.OpenOrCreate(_temp["key.pem"]);
        using var again = ReleaseSigner.OpenOrCreate(_temp["key.pem"]);

        Assert.Equal(first.PublicKey.Id, again.PublicKey.Id);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temp["key.pem"]));
        Assert.Single(Directory.GetFiles(_temp.Path));
    }

    [Fact]
    public void Open_KeyThatOthersMayRead_IsRefused()
    {
        ReleaseSigner.OpenOrCreate(_temp["key.pem"]).Dispose();
        File.SetUnixFileMode(_temp["key.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Throws<CryptographicException>(() => ReleaseSigner.Open(_temp["key.pem"]));
    }

    [Fact]
    public void TrustedKey_FromOtherCurve_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<CryptographicException>(() => TrustedKey.FromPem(key.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void Sign_Manifest_IsAcceptedThroughThePublicPemOnly()
    {
        using var signer = ReleaseSigner.OpenOrCreate(_temp["key.pem"]);
        using var stranger = ReleaseSigner.OpenOrCreate(_temp["other.pem"]);
        var manifest = TestBundle.Manifest().ToBytes();

        var signature = signer.Sign(manifest);

        Assert.True(new ReleaseVerifier(TrustedKey.FromPem(signer.PublicKeyPem)).VerifyManifest(manifest, signature).Ok);
        Assert.Equal(Bundles.BundleFault.UnknownKey, new ReleaseVerifier(stranger.PublicKey).VerifyManifest(manifest, signature).Fault);
        Assert.Equal(Bundles.BundleFault.UnknownKey, new ReleaseVerifier().VerifyManifest(manifest, signature).Fault);
    }
}
