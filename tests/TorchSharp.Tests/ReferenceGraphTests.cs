using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace TorchSharp.Tests;

/// <summary>One build property swaps the official package in for the binding.</summary>
public sealed class ReferenceGraphTests
{
    [Theory]
    [InlineData("nuget", true)]
    [InlineData("binding", false)]
    [InlineData(null, false)]
    public async Task Learning_TakesTheChosenTorch(string? choice, bool official)
    {
        var root = typeof(ReferenceGraphTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "SwarmRoot").Value!;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = root };
        start.ArgumentList.Add("msbuild");
        start.ArgumentList.Add("groundstation/GenRL.Swarm.Learning/GenRL.Swarm.Learning.csproj");
        start.ArgumentList.Add("-getItem:PackageReference,ProjectReference");
        if (choice is not null)
        {
            start.ArgumentList.Add($"-p:Torch={choice}");
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        using var items = JsonDocument.Parse(output);
        Assert.Equal(official, Identities(items, "PackageReference").Contains("TorchSharp-cpu"));
        Assert.Equal(!official, Identities(items, "ProjectReference").Any(path => path.EndsWith("bindings/TorchSharp/TorchSharp.csproj", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Identities(JsonDocument items, string kind) =>
        items.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
}
