using System.Text.RegularExpressions;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Architecture.Tests;

public sealed partial class LayoutTests
{
    private const int LongestSource = 400;
    private const int MedianSource = 80;
    private const int LongestProject = 25;

    [Fact]
    public void Every_project_lies_in_a_folder_of_its_name() =>
        Assert.All(Tree.Projects, project => Assert.Equal(project.Name, Path.GetFileName(Path.GetDirectoryName(project.Path))));

    [Fact]
    public void Root_namespaces_are_project_names()
    {
        Assert.All(Tree.Projects, project => Assert.All(project.Content.Descendants("RootNamespace"), root => Assert.Equal(project.Name, root.Value)));
        foreach (var file in Tree.ProductSources.Where(file => !Tree.Relative(file).StartsWith("shared/bindings/", StringComparison.Ordinal)))
        {
            var path = Tree.Relative(file).Split('/');
            var match = Namespace().Match(File.ReadAllText(file));
            Assert.True(!match.Success || match.Groups["name"].Value == string.Join('.', path[1..^1]), $"{Tree.Relative(file)} has namespace {match.Groups["name"].Value}");
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "GenRL.Swarm.sln")).Replace('\\', '/');

        Assert.All(Tree.Projects, project => Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_test_project_is_named_after_what_it_tests() => Assert.All(
        Tree.Projects.Where(project => project.Layer == "tests" && project.Name.EndsWith(".Tests", StringComparison.Ordinal) && project.Name != "GenRL.Swarm.Architecture.Tests"),
        tests => Assert.Contains(Tree.Projects, project => project.Name + ".Tests" == tests.Name));

    [Fact]
    public void Sources_are_short()
    {
        var lengths = Tree.ProductSources.Where(file => !Tree.Relative(file).StartsWith("shared/bindings/", StringComparison.Ordinal))
            .Select(file => (File: Tree.Relative(file), Lines: File.ReadLines(file).Count())).OrderBy(entry => entry.Lines).ToList();

        Assert.DoesNotContain(lengths, entry => entry.Lines > LongestSource);
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, MedianSource);
    }

    [Fact]
    public void Project_files_are_short() =>
        Assert.DoesNotContain(Tree.Projects.Select(project => (project.Path, Lines: File.ReadLines(project.File).Count())), entry => entry.Lines > LongestProject);

    [Fact]
    public void Nothing_is_left_to_do_and_no_machine_is_named() => Assert.Empty(
        from file in Tree.Files(".cs", ".csproj", ".yaml", ".ts", ".css", ".html")
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where Leftover().IsMatch(line.Text)
        select $"{Tree.Relative(file)}:{line.Number}: {line.Text.Trim()}");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Namespace();

    // Written so that this file does not match itself.
    [GeneratedRegex(@"\b(T[O]DO|FIX[M]E|HA[C]K)\b|(?<![\w.])/(w[o]rk|r[o]ot|home/\w+|tmp/s[e]tup)/", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Leftover();
}
