using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Onboard.Tests;

/// <summary>The shipped bundle, loaded once per test class: a bundle serves one thread at a time.</summary>
public sealed class PretrainedBundle : IDisposable
{
    public PretrainedBundle()
    {
        OnnxRuntimeLibrary.Load();
        Bundle = ModelBundle.Load(Repository.PretrainedBundle, new ReleaseId(new string('a', 64)), new ModelBundleOptions(16, ["cpu"]));
    }

    public ModelBundle Bundle { get; }

    public void Dispose() => Bundle.Dispose();
}
