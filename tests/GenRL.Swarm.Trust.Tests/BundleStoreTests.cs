using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Trust.Tests;

public sealed class BundleStoreTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ReleaseSigner _signer;
    private readonly ReleaseVerifier _verifier;
    private readonly byte[] _manifest = TestBundle.Manifest().ToBytes();
    private readonly byte[] _signature;

    public BundleStoreTests()
    {
        _signer = ReleaseSigner.OpenOrCreate(_temp["key.pem"]);
        _verifier = new ReleaseVerifier(_signer.PublicKey);
        _signature = _signer.Sign(_manifest);
    }

    public void Dispose()
    {
        _signer.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Import_SignedFolder_CanBeLoadedAndServedByHashAfterReopening()
    {
        var release = Open().Import(TestBundle.Write(_temp["bundle"], _signer), _signature).Release;

        var store = Open();

        Assert.Equal([release], store.Releases);
        Assert.True(_verifier.Verify(store.FolderOf(release)!).Ok);
        Assert.All(TestBundle.Files, f => Assert.Equal(f.Value, File.ReadAllBytes(store.ArtefactPath(BundleFile.Of(f.Key, f.Value).Sha256)!)));
    }

    [Fact]
    public void Import_WithoutAGoodSignature_LeavesTheStoreEmpty()
    {
        var folder = TestBundle.Write(_temp["bundle"], _signer);
        using var stranger = ReleaseSigner.OpenOrCreate(_temp["other.pem"]);

        var store = Open();

        Assert.Equal(BundleFault.MalformedSignature, store.Import(folder, []).Fault);
        Assert.Equal(BundleFault.UnknownKey, store.Import(folder, stranger.Sign(_manifest)).Fault);
        Assert.Empty(store.Releases);
        Assert.Empty(Directory.GetFiles(_temp["store/artefacts"]));
    }

    [Fact]
    public void Fetch_FileByFile_AssemblesOnlyWhenAllAreThere()
    {
        var store = Open();
        foreach (var (name, content) in TestBundle.Files)
        {
            Assert.Equal(BundleFault.MissingFile, store.Assemble(_manifest, _signature).Fault);
            var file = BundleFile.Of(name, content);
            File.WriteAllBytes(store.PartPath(file), content);
            Assert.Equal(BundleFault.None, store.CommitPart(file));
        }

        var verdict = store.Assemble(_manifest, _signature);

        Assert.True(verdict.Ok);
        Assert.True(_verifier.Verify(store.FolderOf(verdict.Release)!).Ok);
        Assert.True(store.Assemble(_manifest, _signature).Ok);
        Assert.Empty(Directory.GetFileSystemEntries(_temp["store/work"]));
    }

    [Fact]
    public void CommitPart_CorruptedOrCutPart_IsNamedAndDropped()
    {
        var store = Open();
        var content = TestBundle.Files["world.onnx"];
        var file = BundleFile.Of("world.onnx", content);

        File.WriteAllBytes(store.PartPath(file), content[..^1]);
        Assert.Equal(BundleFault.WrongLength, store.CommitPart(file));
        File.WriteAllBytes(store.PartPath(file), [.. content[..^1], 0]);
        Assert.Equal(BundleFault.WrongHash, store.CommitPart(file));

        Assert.False(File.Exists(store.PartPath(file)));
        Assert.Null(store.ArtefactPath(file.Sha256));
        Assert.Equal(BundleFault.MissingFile, store.CommitPart(file));
    }

    [Fact]
    public void Open_AfterAKillAtAnyPoint_HoldsWholeReleasesOnlyAndGoesOn()
    {
        TestBundle.Write(_temp["bundle"], _signer);
        var done = Open().Import(_temp["bundle"], _signature).Release;
        var entries = Directory.GetFiles(_temp["store"], "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(_temp["store"], p)).ToArray();

        // What a kill can leave: any subset of artefacts (each is renamed in whole), parts of any length, and anything below work/.
        for (var kept = 0; kept <= TestBundle.Files.Count; kept++)
        {
            Directory.Delete(_temp["store"], recursive: true);
            Directory.CreateDirectory(_temp["store/artefacts"]);
            Directory.CreateDirectory(_temp["store/work/halfway"]);
            File.WriteAllBytes(_temp["store/work/halfway/manifest.json"], _manifest[..10]);
            foreach (var (name, content) in TestBundle.Files.Take(kept))
            {
                File.WriteAllBytes(_temp["store/artefacts/" + BundleFile.Of(name, content).Sha256], content);
            }

            File.WriteAllBytes(_temp["store/artefacts/" + BundleFile.Of("x", TestBundle.Files["world.onnx"]).Sha256 + ".part"], [1, 2]);

            var store = Open();

            Assert.Empty(store.Releases);
            Assert.Empty(Directory.GetFileSystemEntries(_temp["store/work"]));
            Assert.Equal(done, store.Import(_temp["bundle"], _signature).Release);
            Assert.All(entries, e => Assert.True(File.Exists(Path.Combine(_temp["store"], e))));
        }
    }

    [Fact]
    public void Assemble_DamagedReleaseFolder_IsMadeAgain()
    {
        var store = Open();
        var folder = store.FolderOf(store.Import(TestBundle.Write(_temp["bundle"], _signer), _signature).Release)!;
        File.WriteAllText(Path.Combine(folder, "golden.bin"), "rot!");

        Assert.True(store.Assemble(_manifest, _signature).Ok);
        Assert.True(_verifier.Verify(folder).Ok);
    }

    [Fact]
    public void Assemble_DamagedArtefact_IsNamedAndDroppedSoThatItIsFetchedAgain()
    {
        var store = Open();
        var release = store.Import(TestBundle.Write(_temp["bundle"], _signer), _signature).Release;
        var golden = BundleFile.Of("golden.bin", TestBundle.Files["golden.bin"]);
        File.WriteAllText(store.ArtefactPath(golden.Sha256)!, "rot!");
        Directory.Delete(store.FolderOf(release)!, recursive: true);

        Assert.Equal(BundleFault.WrongHash, store.Assemble(_manifest, _signature).Fault);
        Assert.Null(store.ArtefactPath(golden.Sha256));
        Assert.Null(store.FolderOf(release));
    }

    [Theory]
    [InlineData("../../key.pem")]
    [InlineData("")]
    [InlineData("*")]
    public void Paths_WithAnythingButAHash_GiveNothing(string text)
    {
        var store = Open();

        Assert.Null(store.ArtefactPath(text));
        Assert.Null(store.FolderOf(new(text)));
        Assert.Throws<ArgumentException>(() => store.PartPath(new BundleFile("a", text, 1)));
    }

    private BundleStore Open() => new(_temp["store"], _verifier);
}
