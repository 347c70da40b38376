using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Trust.Tests;

public sealed class ReleaseVerifierTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ReleaseSigner _signer;
    private readonly ReleaseVerifier _verifier;

    public ReleaseVerifierTests()
    {
        _signer = ReleaseSigner.OpenOrCreate(_temp["key.pem"]);
        _verifier = new ReleaseVerifier(_signer.PublicKey);
    }

    private string Folder => _temp["bundle"];

    public void Dispose()
    {
        _signer.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Verify_WholeBundle_IsAcceptedUnderTheHashOfItsManifest()
    {
        TestBundle.Write(Folder, _signer);

        var verdict = _verifier.Verify(Folder);

        Assert.Equal(BundleFault.None, verdict.Fault);
        Assert.Equal(ReleaseId.Of(TestBundle.Manifest().ToBytes()), verdict.Release);
        Assert.Equal(3, verdict.Manifest!.Files.Count);
    }

    [Theory]
    [InlineData(BundleLayout.Manifest, BundleFault.MissingManifest)]
    [InlineData(BundleLayout.Signature, BundleFault.MissingSignature)]
    [InlineData("world.onnx", BundleFault.MissingFile)]
    public void Verify_FileGone_IsNamed(string file, BundleFault fault)
    {
        TestBundle.Write(Folder, _signer);
        File.Delete(Path.Combine(Folder, file));

        Expect(fault, file);
    }

    [Fact]
    public void Verify_EveryBitOfManifestAndSignatureFlipped_IsRefused()
    {
        TestBundle.Write(Folder, _signer);
        var manifest = File.ReadAllBytes(Path.Combine(Folder, BundleLayout.Manifest));
        var signature = File.ReadAllBytes(Path.Combine(Folder, BundleLayout.Signature));

        for (var i = 0; i < manifest.Length; i++)
        {
            var bad = Flipped(manifest, i);
            Assert.Equal(BundleFault.BadSignature, _verifier.VerifyManifest(bad, signature).Fault);
        }

        for (var i = 0; i < signature.Length; i++)
        {
            Assert.Contains(
                _verifier.VerifyManifest(manifest, Flipped(signature, i)).Fault,
                (BundleFault[])[BundleFault.BadSignature, BundleFault.MalformedSignature, BundleFault.UnknownKey]);
        }
    }

    [Fact]
    public void Verify_EveryTruncationOfManifestAndSignature_IsRefused()
    {
        var manifest = TestBundle.Manifest().ToBytes();
        var signature = _signer.Sign(manifest);

        Assert.All(Enumerable.Range(0, manifest.Length), n => Assert.Equal(BundleFault.BadSignature, _verifier.VerifyManifest(manifest.AsSpan(0, n), signature).Fault));
        Assert.All(
            Enumerable.Range(0, signature.Length),
            n => Assert.Equal(BundleFault.MalformedSignature, _verifier.VerifyManifest(manifest, signature.AsSpan(0, n)).Fault));
    }

    [Fact]
    public void Verify_FileContentChanged_IsWrongHash()
    {
        TestBundle.Write(Folder, _signer);
        var path = Path.Combine(Folder, "world.onnx");
        File.WriteAllBytes(path, Flipped(File.ReadAllBytes(path), 69_999));

        Expect(BundleFault.WrongHash, "world.onnx");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Verify_FileOfOtherLength_IsWrongLength(int change)
    {
        TestBundle.Write(Folder, _signer);
        using (var file = File.OpenWrite(Path.Combine(Folder, "golden.bin")))
        {
            file.SetLength(file.Length + change);
        }

        Expect(BundleFault.WrongLength, "golden.bin");
    }

    [Fact]
    public void Verify_ExtraFileFolderOrLink_IsUnexpected()
    {
        TestBundle.Write(Folder, _signer);

        File.WriteAllText(Path.Combine(Folder, "extra.onnx"), "x");
        Expect(BundleFault.UnexpectedFile, "extra.onnx");
        File.Delete(Path.Combine(Folder, "extra.onnx"));

        Directory.CreateDirectory(Path.Combine(Folder, "more"));
        Expect(BundleFault.UnexpectedFile, "more");
        Directory.Delete(Path.Combine(Folder, "more"));

        File.Move(Path.Combine(Folder, "golden.bin"), _temp["elsewhere.bin"]);
        File.CreateSymbolicLink(Path.Combine(Folder, "golden.bin"), _temp["elsewhere.bin"]);
        Expect(BundleFault.UnexpectedFile, "golden.bin");
    }

    [Theory]
    [InlineData("../contract.json")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("A.onnx")]
    [InlineData("nul\0.onnx")]
    [InlineData("manifest.json")]
    [InlineData("manifest.sig")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234567890")]
    public void Verify_SignedManifestWithNameThatIsNotPlain_IsPathTraversal(string name)
    {
        var manifest = TestBundle.Manifest([BundleFile.Of(name, [1])]).ToBytes();

        Assert.Equal(BundleFault.PathTraversal, _verifier.VerifyManifest(manifest, _signer.Sign(manifest)).Fault);
    }

    [Fact]
    public void Verify_PartsLargerThanAllowed_AreTooLargeAndNeverReadWhole()
    {
        TestBundle.Write(Folder, _signer);
        using (var file = File.OpenWrite(Path.Combine(Folder, BundleLayout.Manifest)))
        {
            file.SetLength(1L << 40);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Expect(BundleFault.TooLarge, BundleLayout.Manifest);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * BundleLayout.MaxManifestBytes);

        var manifest = TestBundle.Manifest([new BundleFile("big.onnx", new string('0', 64), BundleLayout.MaxFileBytes + 1)]).ToBytes();
        Assert.Equal(BundleFault.TooLarge, _verifier.VerifyManifest(manifest, _signer.Sign(manifest)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("\u00ff")]
    public void Verify_SignedNonsense_IsMalformed(string text)
    {
        var manifest = Encoding.Latin1.GetBytes(text);

        Assert.Equal(BundleFault.MalformedManifest, _verifier.VerifyManifest(manifest, _signer.Sign(manifest)).Fault);
    }

    [Fact]
    public void Verify_AnyBytesWhatever_NeverThrows()
    {
        var random = new Random(7);
        var manifest = TestBundle.Manifest().ToBytes();
        for (var i = 0; i < 3000; i++)
        {
            var bytes = (byte[])manifest.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var cut = bytes.AsSpan(0, random.Next(bytes.Length + 1));
            if (!cut.SequenceEqual(manifest) && BundleManifest.TryParse(cut, out var parsed, out _))
            {
                Assert.Equal(cut.ToArray(), parsed.ToBytes());
            }

            random.NextBytes(bytes.AsSpan(0, 200));
            Assert.False(_verifier.VerifyManifest(manifest, bytes.AsSpan(0, random.Next(200))).Ok);
        }
    }

    [Fact]
    public void CheckUnsigned_CandidateWithoutSignature_IsAcceptedUntilAFileChanges()
    {
        TestBundle.Write(Folder, _signer);
        File.Delete(Path.Combine(Folder, BundleLayout.Signature));

        Assert.True(BundleContents.CheckUnsigned(Folder).Ok);
        File.WriteAllBytes(Path.Combine(Folder, "golden.bin"), [4, 3, 2, 1]);
        Assert.Equal(BundleFault.WrongHash, BundleContents.CheckUnsigned(Folder).Fault);
    }

    private static byte[] Flipped(byte[] bytes, int index)
    {
        var copy = (byte[])bytes.Clone();
        copy[index] ^= 1;
        return copy;
    }

    private void Expect(BundleFault fault, string detail)
    {
        var verdict = _verifier.Verify(Folder);
        Assert.Equal((fault, detail), (verdict.Fault, verdict.Detail));
        Assert.Null(verdict.Manifest);
    }
}
