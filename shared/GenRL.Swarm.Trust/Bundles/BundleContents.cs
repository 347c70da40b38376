using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.Trust.Bundles;

/// <summary>Checks a bundle against its own manifest. Says nothing of who made it: that is what the signature is for.</summary>
public static class BundleContents
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Checks an unsigned bundle: what a training run leaves, before the gate and the signature. A signature file may be there.</summary>
    /// <returns>The manifest and the release's id; or why not.</returns>
    public static BundleVerdict CheckUnsigned(string folder)
    {
        var fault = ReadManifest(folder, out var bytes);
        if (fault is not null)
        {
            return fault;
        }

        var verdict = CheckManifest(bytes);
        return verdict.Ok ? CheckFiles(folder, verdict) : verdict;
    }

    internal static BundleVerdict? ReadManifest(string folder, out byte[] bytes) =>
        BoundedFile.TryRead(Path.Combine(folder, BundleLayout.Manifest), BundleLayout.MaxManifestBytes, out bytes, out var tooLarge)
            ? null
            : BundleVerdict.Refused(tooLarge ? BundleFault.TooLarge : BundleFault.MissingManifest, BundleLayout.Manifest);

    internal static BundleVerdict CheckManifest(ReadOnlySpan<byte> bytes)
    {
        if (!BundleManifest.TryParse(bytes, out var manifest, out var reason))
        {
            return BundleVerdict.Refused(BundleFault.MalformedManifest, reason);
        }

        foreach (var file in manifest.Files)
        {
            if (!BundleFile.IsPlainName(file.Name))
            {
                return BundleVerdict.Refused(BundleFault.PathTraversal, file.Name);
            }

            if (file.Bytes is < 0 or > BundleLayout.MaxFileBytes)
            {
                return BundleVerdict.Refused(BundleFault.TooLarge, file.Name);
            }
        }

        return BundleVerdict.Accepted(ReleaseId.Of(bytes), manifest);
    }

    /// <summary>Checks that the folder holds the files of an accepted manifest and nothing else.</summary>
    internal static BundleVerdict CheckFiles(string folder, BundleVerdict accepted)
    {
        var manifest = accepted.Manifest!;
        foreach (var file in manifest.Files)
        {
            var fault = CheckFile(Path.Combine(folder, file.Name), file.Sha256, file.Bytes);
            if (fault != BundleFault.None)
            {
                return BundleVerdict.Refused(fault, file.Name);
            }
        }

        var known = manifest.Files.Select(f => f.Name).Append(BundleLayout.Manifest).Append(BundleLayout.Signature).ToHashSet(StringComparer.Ordinal);
        var unexpected = Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).FirstOrDefault(n => !known.Contains(n));
        return unexpected is null ? accepted : BundleVerdict.Refused(BundleFault.UnexpectedFile, unexpected);
    }

    /// <summary>Checks one file's length, then its hash, reading no more than its declared length in a buffer of fixed size.</summary>
    internal static BundleFault CheckFile(string path, string sha256, long bytes)
    {
        try
        {
            var info = new FileInfo(path);
            if (!BoundedFile.IsPlain(info))
            {
                return info.Exists ? BundleFault.UnexpectedFile : BundleFault.MissingFile;
            }

            if (info.Length != bytes)
            {
                return BundleFault.WrongLength;
            }

            return string.Equals(HashOf(path), sha256, StringComparison.Ordinal) ? BundleFault.None : BundleFault.WrongHash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BundleFault.MissingFile;
        }
    }

    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
