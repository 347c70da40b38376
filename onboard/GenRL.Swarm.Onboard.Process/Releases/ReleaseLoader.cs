using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>Loads a verified bundle: contract, interfaces, golden outputs; warm when it returns. Beside the control thread, on which nothing waits for it.</summary>
internal sealed class ReleaseLoader(ModelBundleOptions options)
{
    /// <summary>Loads the bundle in <paramref name="folder"/>; the caller owns it.</summary>
    /// <exception cref="ReleaseRefusedException">It cannot be used here.</exception>
    public ModelBundle Load(string folder, ReleaseId release)
    {
        try
        {
            return ModelBundle.Load(folder, release, options);
        }
        catch (BundleException error)
        {
            throw new ReleaseRefusedException(error.Message, error);
        }
    }
}
