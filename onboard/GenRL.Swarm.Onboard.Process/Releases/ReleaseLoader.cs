using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Onboard.HotSwap;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>Loads a verified bundle: contract, interfaces, golden outputs; warm when it returns. Beside the control thread, on which nothing waits for it.</summary>
/// <param name="options">How models are run here.</param>
/// <param name="agent">The body that will fly it.</param>
internal sealed class ReleaseLoader(ModelBundleOptions options, AgentOptions agent)
{
    /// <summary>Loads the bundle in <paramref name="folder"/>; the caller owns it.</summary>
    /// <exception cref="ReleaseRefusedException">It cannot be used here.</exception>
    public ModelBundle Load(string folder, ReleaseId release)
    {
        try
        {
            return WarmedUp(ModelBundle.Load(folder, release, options));
        }
        catch (BundleException error)
        {
            throw new ReleaseRefusedException(error.Message, error);
        }
    }

    private ModelBundle WarmedUp(ModelBundle bundle)
    {
        try
        {
            WarmUp.Run(agent, bundle);
            return bundle;
        }
        catch (ArgumentException error)
        {
            bundle.Dispose();
            throw new ReleaseRefusedException(error.Message, error);
        }
    }
}
