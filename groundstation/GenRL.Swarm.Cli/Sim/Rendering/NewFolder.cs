using System.Text;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>A folder that appears with all its files, or not at all: they are written beside it, and it gets its name at the end.</summary>
internal sealed class NewFolder : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;

    /// <summary>Begins a folder.</summary>
    /// <exception cref="IOException">There is something at <paramref name="path"/> already, or its parent is missing.</exception>
    public NewFolder(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new IOException($"--out: {path} is there already: name a new folder, or an empty one");
        }

        if (!Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw new IOException($"--out: there is no folder {Path.GetDirectoryName(_path)}");
        }

        _temporary = $"{_path}.{Guid.NewGuid():N}{AtomicFile.TemporarySuffix}";
        Directory.CreateDirectory(_temporary);
    }

    /// <summary>Writes a file; <paramref name="name"/> may have folders.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(_temporary, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path, bufferSize: 1);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    public void Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Gives the folder its name.</summary>
    public void Finish()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path);
        }

        AtomicFile.Publish(_temporary, _path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_temporary))
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
