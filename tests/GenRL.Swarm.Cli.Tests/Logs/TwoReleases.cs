using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Cli.Tests.Logs;

/// <summary>Two bundles without training, made and loaded once.</summary>
public sealed class TwoReleases : IDisposable
{
    private readonly TempFolder _temp = new();

    public TwoReleases()
    {
        OnnxRuntimeLibrary.Load();
        (First, Second) = (Make("first", 1), Make("second", 2));
    }

    public SwarmConfiguration Swarm { get; } =
        ConfigurationLoader.Load(Path.Combine(Programs.FolderAbove("hardware-configs"), "swarms", "demo-4.yaml"), []);

    public ModelBundle First { get; }

    public ModelBundle Second { get; }

    public IReadOnlyList<string> Folders => [_temp["first"], _temp["second"]];

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        _temp.Dispose();
    }

    private ModelBundle Make(string name, ulong seed)
    {
        RandomBundle.Write(_temp[name], RandomBundle.Files(seed));
        var id = ReleaseId.Of(File.ReadAllBytes(Path.Combine(_temp[name], BundleLayout.Manifest)));
        return ModelBundle.Load(_temp[name], id, AgentConfiguration.Models(Swarm));
    }
}
