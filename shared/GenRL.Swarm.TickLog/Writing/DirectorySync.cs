using System.Runtime.InteropServices;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>Makes a rename durable: fsync of the directory that it happened in, which .NET does not offer.</summary>
internal static partial class DirectorySync
{
    private const string LibC = "libc";

    /// <summary>Flushes <paramref name="directory"/>. A file system that cannot is left alone: the file's own bytes are safe already.</summary>
    public static void Flush(string directory)
    {
        var handle = Open(directory, 0);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport(LibC, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(LibC, EntryPoint = "fsync")]
    private static partial int Fsync(int handle);

    [LibraryImport(LibC, EntryPoint = "close")]
    private static partial int Close(int handle);
}
