using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Benchmarks;

/// <summary>The bundle that ships with the repository.</summary>
internal static class Pretrained
{
    /// <summary>Where it lies.</summary>
    public static string Folder => Path.Combine(Root(), "groundstation", "pretrained", "nominal", "bundle");

    /// <summary>Loads it with <paramref name="candidates"/> plans per tick.</summary>
    public static ModelBundle Load(int candidates)
    {
        OnnxRuntimeLibrary.Load();
        return Load(Folder, candidates);
    }

    /// <summary>Loads the bundle in <paramref name="folder"/>.</summary>
    public static ModelBundle Load(string folder, int candidates) =>
        ModelBundle.Load(folder, new ReleaseId(new string('0', 64)), new ModelBundleOptions(candidates, ["cpu"]));

    /// <summary>The bytes of one of its files.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>The repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("GenRL.Swarm.sln is in no folder above the program");
    }
}
