using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Stages;

/// <summary>
/// The files of a run: each stage leaves one, written whole or not at all. A stage whose file is there is done, which is all that
/// resuming needs, because a stage depends on nothing but earlier files and the seed.
/// </summary>
public sealed class StageFiles
{
    private const string Recipe = "recipe.txt";
    private const string Partial = ".part";

    // Vectors have fields, not properties.
    private static readonly JsonSerializerOptions _withFields = new() { IncludeFields = true };

    private StageFiles(string folder, string recipe)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        var path = PathOf(Recipe);
        if (!File.Exists(path))
        {
            Write(Recipe, stream => stream.Write(Encoding.UTF8.GetBytes(recipe)));
        }
        else if (File.ReadAllText(path) != recipe)
        {
            throw new InvalidOperationException(
                $"{Folder} holds a run with another seed or other settings: remove it or choose another folder");
        }
    }

    /// <summary>The folder of a run, made if it is missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">Everything that the results depend on.</param>
    /// <exception cref="InvalidOperationException">The folder holds a run with other settings.</exception>
    public static StageFiles For<T>(string folder, T settings) => new(folder, JsonSerializer.Serialize(settings, _withFields));

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Where file <paramref name="name"/> is.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Whether the stage that writes <paramref name="name"/> is done.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Writes <paramref name="name"/>: temporary name, flush to the disk, rename.</summary>
    public void Write(string name, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var partial = PathOf(name) + Partial;
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            content(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, PathOf(name), overwrite: true);
    }

    /// <summary>Reads <paramref name="name"/>.</summary>
    public T Read<T>(string name, Func<Stream, T> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = File.OpenRead(PathOf(name));
        return content(stream);
    }

    /// <summary>Writes a module's state and leaves <paramref name="stream"/> open.</summary>
    internal static void Save(nn.Module module, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        module.save(writer);
    }

    /// <summary>Reads a module's state.</summary>
    internal static T Load<T>(T module, Stream stream)
        where T : nn.Module
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        module.load(reader);
        return module;
    }
}
