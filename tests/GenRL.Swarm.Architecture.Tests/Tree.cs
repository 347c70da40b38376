using System.Xml.Linq;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Architecture.Tests;

/// <summary>The projects and sources of the repository, read as files.</summary>
internal static class Tree
{
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files(".csproj").Select(file => new Project(file, Relative(file), XDocument.Load(file))).OrderBy(project => project.Name, StringComparer.Ordinal)];

    /// <summary>Product sources: everything but tests.</summary>
    public static IReadOnlyList<string> ProductSources { get; } = [.. Files(".cs").Where(file => !Relative(file).StartsWith("tests/", StringComparison.Ordinal))];

    public static IEnumerable<string> Files(params string[] extensions) =>
        new[] { "shared", "onboard", "sim", "groundstation", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => extensions.Contains(Path.GetExtension(file)) && !Relative(file).Split('/').Any(part => part is "obj" or "bin" or "node_modules"));

    public static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    /// <summary>A project file.</summary>
    public sealed record Project(string File, string Path, XDocument Content)
    {
        public string Name => System.IO.Path.GetFileNameWithoutExtension(File);

        /// <summary>The top folder: shared, onboard, sim, groundstation or tests.</summary>
        public string Layer => Path.Split('/')[0];

        public bool IsBinding => Path.StartsWith("shared/bindings/", StringComparison.Ordinal);

        /// <summary>The projects that it references, by path in the repository.</summary>
        public IReadOnlyList<string> References =>
            [.. Includes("ProjectReference").Select(include => Relative(System.IO.Path.GetFullPath(include, System.IO.Path.GetDirectoryName(File)!)))];

        public IEnumerable<string> Packages => Includes("PackageReference");

        private IEnumerable<string> Includes(string item) => Content.Descendants(item).Select(element => element.Attribute("Include")!.Value);
    }
}
