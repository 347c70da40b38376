namespace GenRL.Swarm.Trust.Files;

/// <summary>
/// Writes files that matter: to a temporary name beside the target, flushed to the disk, renamed, the folder flushed too. A crash or loss of
/// power at any point leaves the old file or the new one, never half of one.
/// </summary>
public static class AtomicFile
{
    /// <summary>The ending of temporary names; whatever carries it after a crash is rubbish.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Replaces <paramref name="path"/> by <paramref name="content"/>.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, mode: null);

    /// <summary>As above; the file is never readable by others than its owner, not even for a moment.</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> content) =>
        Write(path, content, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>Renames a finished file or folder on the same disk, and makes both it and the renaming last.</summary>
    /// <param name="source">A file, or a folder whose files are flushed already.</param>
    /// <param name="target">Replaced when it is a file; must not exist when <paramref name="source"/> is a folder.</param>
    public static void Publish(string source, string target)
    {
        if (Directory.Exists(source))
        {
            DurableFolder.Flush(source);
            Directory.Move(source, target);
        }
        else
        {
            using (var file = File.OpenHandle(source, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(file);
            }

            File.Move(source, target, overwrite: true);
        }

        DurableFolder.Flush(Path.GetDirectoryName(Path.GetFullPath(target))!);
    }

    private static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}{TemporarySuffix}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, UnixCreateMode = mode,
        };
        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
            }

            Publish(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
