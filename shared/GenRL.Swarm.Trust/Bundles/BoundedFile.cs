namespace GenRL.Swarm.Trust.Bundles;

/// <summary>Reads small files from folders that are not trusted.</summary>
internal static class BoundedFile
{
    /// <summary>Reads a plain file of at most <paramref name="limit"/> bytes; false when it is missing, a link, unreadable or too large.</summary>
    public static bool TryRead(string path, int limit, out byte[] content, out bool tooLarge)
    {
        content = [];
        tooLarge = false;
        try
        {
            if (!IsPlain(new FileInfo(path)))
            {
                return false;
            }

            using var file = File.OpenHandle(path);
            var buffer = new byte[Math.Min(RandomAccess.GetLength(file), limit) + 1];
            var length = 0;
            for (int read; length < buffer.Length && (read = RandomAccess.Read(file, buffer.AsSpan(length), length)) > 0; length += read)
            {
            }

            tooLarge = length > limit;
            content = tooLarge ? [] : buffer[..length];
            return !tooLarge;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether it exists and is a file rather than a link, pipe, device or folder.</summary>
    public static bool IsPlain(FileInfo file) => file.Exists && file.LinkTarget is null && (file.Attributes & ~FileAttributes.ReadOnly & ~FileAttributes.Hidden) == FileAttributes.Normal;
}
