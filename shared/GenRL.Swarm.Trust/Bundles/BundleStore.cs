using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Trust.Files;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Trust.Bundles;

/// <summary>
/// Bundles on a robot's or station's disk. <c>artefacts/HASH</c> holds every file by its content, <c>artefacts/HASH.part</c> one that is still
/// being fetched, <c>releases/ID/</c> a bundle's folder, ready to load, and <c>work/</c> what is being put together. Every entry appears
/// by one rename after its content was checked and flushed: a kill at any point leaves whole entries and resumable parts. One process owns a
/// store; its methods may be called from several threads.
/// </summary>
public sealed class BundleStore
{
    private readonly ReleaseVerifier _verifier;
    private readonly Lock _lock = new();
    private readonly string _artefacts;
    private readonly string _releases;
    private readonly string _work;

    /// <summary>Opens the store in <paramref name="root"/>, makes it when there is none, and removes what a kill left half done.</summary>
    /// <param name="root">The store's folder.</param>
    /// <param name="verifier">Decides what may enter.</param>
    public BundleStore(string root, ReleaseVerifier verifier)
    {
        _verifier = verifier;
        _artefacts = Directory.CreateDirectory(Path.Combine(root, "artefacts")).FullName;
        _releases = Directory.CreateDirectory(Path.Combine(root, "releases")).FullName;
        _work = Path.Combine(root, "work");
        if (Directory.Exists(_work))
        {
            Directory.Delete(_work, recursive: true);
        }

        Directory.CreateDirectory(_work);
    }

    /// <summary>The releases in the store, in no order.</summary>
    public IReadOnlyList<ReleaseId> Releases =>
        [.. Directory.EnumerateDirectories(_releases).Select(p => Path.GetFileName(p)).Where(ReleaseId.IsWellFormed).Select(n => new ReleaseId(n))];

    /// <summary>The folder of a release, or null when the store has not got it. Verify it again before loading: disks rot.</summary>
    public string? FolderOf(ReleaseId release)
    {
        if (!ReleaseId.IsWellFormed(release.Hex))
        {
            return null;
        }

        var folder = Path.Combine(_releases, release.Hex);
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>The path of an artefact, or null when the store has not got it.</summary>
    /// <param name="sha256">Its hash; anything that is not one gives null.</param>
    public string? ArtefactPath(string sha256)
    {
        if (!ReleaseId.IsWellFormed(sha256))
        {
            return null;
        }

        var path = Path.Combine(_artefacts, sha256);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Where to write an artefact while it is fetched; what is there already can be continued.</summary>
    /// <param name="file">The file as an accepted manifest names it.</param>
    public string PartPath(BundleFile file) => Path.Combine(_artefacts, RequireHash(file.Sha256) + ".part");

    /// <summary>Takes in a part that is complete. A part that is not what the manifest says is deleted: fetch it again from the start.</summary>
    public BundleFault CommitPart(BundleFile file)
    {
        var part = PartPath(file);
        lock (_lock)
        {
            var fault = BundleContents.CheckFile(part, file.Sha256, file.Bytes);
            if (fault == BundleFault.None)
            {
                AtomicFile.Publish(part, Path.Combine(_artefacts, file.Sha256));
            }
            else
            {
                File.Delete(part);
            }

            return fault;
        }
    }

    /// <summary>Makes a release's folder from artefacts that are all in the store, and verifies it.</summary>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <param name="signature">The signature file's bytes.</param>
    /// <returns>The verdict on the folder; MissingFile names the first artefact that is not in the store, WrongHash one that was damaged and is now gone.</returns>
    public BundleVerdict Assemble(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        var verdict = _verifier.VerifyManifest(manifest, signature);
        if (!verdict.Ok)
        {
            return verdict;
        }

        lock (_lock)
        {
            if (FolderOf(verdict.Release) is { } present)
            {
                if (_verifier.Verify(present).Ok)
                {
                    return verdict;
                }

                Discard(present);
            }

            return Build(manifest, signature, verdict);
        }
    }

    /// <summary>Takes in a bundle from a folder outside the store; the folder stays as it is.</summary>
    /// <param name="folder">The folder; a signature file in it is ignored.</param>
    /// <param name="signature">The signature file's bytes.</param>
    public BundleVerdict Import(string folder, ReadOnlySpan<byte> signature)
    {
        var verdict = BundleContents.ReadManifest(folder, out var manifest) ?? _verifier.Verify(folder, manifest, signature);
        if (!verdict.Ok)
        {
            return verdict;
        }

        lock (_lock)
        {
            foreach (var file in verdict.Manifest.Files.Where(f => ArtefactPath(f.Sha256) is null))
            {
                var copy = NewWork();
                File.Copy(Path.Combine(folder, file.Name), copy);
                AtomicFile.Publish(copy, Path.Combine(_artefacts, file.Sha256));
            }
        }

        return Assemble(manifest, signature);
    }

    private static string RequireHash(string sha256) =>
        ReleaseId.IsWellFormed(sha256) ? sha256 : throw new ArgumentException("not a hash", nameof(sha256));

    private BundleVerdict Build(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature, BundleVerdict verdict)
    {
        var folder = Directory.CreateDirectory(NewWork()).FullName;
        foreach (var file in verdict.Manifest!.Files)
        {
            if (ArtefactPath(file.Sha256) is not { } artefact)
            {
                Directory.Delete(folder, recursive: true);
                return BundleVerdict.Refused(BundleFault.MissingFile, file.Name);
            }

            var copy = Path.Combine(folder, file.Name + AtomicFile.TemporarySuffix);
            File.Copy(artefact, copy);
            AtomicFile.Publish(copy, Path.Combine(folder, file.Name));
            if (BundleContents.CheckFile(Path.Combine(folder, file.Name), file.Sha256, file.Bytes) is not BundleFault.None and var fault)
            {
                File.Delete(artefact);
                Directory.Delete(folder, recursive: true);
                return BundleVerdict.Refused(fault, file.Name);
            }
        }

        AtomicFile.Write(Path.Combine(folder, BundleLayout.Manifest), manifest);
        AtomicFile.Write(Path.Combine(folder, BundleLayout.Signature), signature);
        AtomicFile.Publish(folder, Path.Combine(_releases, verdict.Release.Hex));
        return verdict;
    }

    /// <summary>Moves a damaged folder out of sight in one step before deleting it.</summary>
    private void Discard(string folder)
    {
        var away = NewWork();
        Directory.Move(folder, away);
        Directory.Delete(away, recursive: true);
    }

    private string NewWork() => Path.Combine(_work, Guid.NewGuid().ToString("N"));
}
