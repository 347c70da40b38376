using System.Text.Json;

namespace Microsoft.ML.OnnxRuntime.Tests;

/// <summary>-p:OnnxRuntime=nuget takes the official package instead of the binding of this repository.</summary>
public sealed class PackageSwitchTests
{
    [Theory]
    [InlineData("binding", true, false)]
    [InlineData("nuget", false, true)]
    public async Task Models_ReferenceGraph_FollowsTheSwitch(string value, bool binding, bool package)
    {
        var project = Path.Combine(FindRoot(), "shared/GenRL.Swarm.Models/GenRL.Swarm.Models.csproj");
        string[] arguments = ["msbuild", project, "-nologo", $"-p:OnnxRuntime={value}", "-getItem:ProjectReference", "-getItem:PackageReference"];

        var (exitCode, output) = await ChildProcess.RunDotnetAsync(arguments, static _ => { }, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(binding, Names(json, "ProjectReference").Any(static name => name.EndsWith("Microsoft.ML.OnnxRuntime.csproj", StringComparison.Ordinal)));
        Assert.Equal(package, Names(json, "PackageReference").Contains("Microsoft.ML.OnnxRuntime"));
    }

    private static IEnumerable<string> Names(JsonDocument items, string type) =>
        items.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("GenRL.Swarm.sln lies in no folder above the tests");
        }

        return folder.FullName;
    }
}
