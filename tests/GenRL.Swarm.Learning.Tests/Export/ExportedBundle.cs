using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Tokens;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Export;

/// <summary>Fresh networks in torch, and the bundle that they were exported to.</summary>
public sealed class ExportedBundle : IDisposable
{
    public ExportedBundle()
    {
        OnnxRuntimeLibrary.Load();
        manual_seed(11);
        WorldModel = new FactoredWorldModel();
        Policy = new PolicyNetworks();
        Tokens = new IntentionTokenNetworks();
        Files = BundleExporter.Files(
            ModuleWeights.Of(WorldModel), ModuleWeights.Of(Policy), ModuleWeights.Of(Tokens), "test", ActuatorModel.Nominal, new ModelLimits(1f, 0.12f));
        using var folder = new TempFolder();
        RandomBundle.Write(folder.Path, Files);
        Bundle = ModelBundle.Load(folder.Path, new ReleaseId(new string('c', 64)), new ModelBundleOptions(20, ["cpu"]));
    }

    public FactoredWorldModel WorldModel { get; }

    public PolicyNetworks Policy { get; }

    public IntentionTokenNetworks Tokens { get; }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    public ModelBundle Bundle { get; }

    public void Dispose()
    {
        Bundle.Dispose();
        WorldModel.Dispose();
        Policy.Dispose();
        Tokens.Dispose();
    }
}
