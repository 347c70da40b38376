using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.GroundStation.Distribution;

/// <summary>Brings bundles into the station: a candidate is checked and noted; what the gate passed is signed and stored for the robots.</summary>
public sealed class ReleaseIntake(ReleaseSigner signer, BundleStore store, Releases releases)
{
    /// <summary>Checks the unsigned bundle in <paramref name="folder"/> and notes it as a candidate.</summary>
    public BundleVerdict Propose(string folder)
    {
        var verdict = BundleContents.CheckUnsigned(folder);
        if (verdict.Ok)
        {
            releases.Add(verdict.Release, verdict.Manifest);
        }

        return verdict;
    }

    /// <summary>Signs a bundle that the gate passed and stores it; the folder stays as it is.</summary>
    /// <exception cref="InvalidOperationException">The release has not passed.</exception>
    /// <exception cref="InvalidDataException">The folder no longer holds the bundle that passed.</exception>
    public void Sign(ReleaseId release, string folder)
    {
        if (releases.Find(release) is not { State: ReleaseState.Passed })
        {
            throw new InvalidOperationException($"release {release.Short} has not passed the gate");
        }

        var manifest = File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest));
        if (ReleaseId.Of(manifest) != release)
        {
            throw new InvalidDataException($"{folder} no longer holds {release.Short}");
        }

        var verdict = store.Import(folder, signer.Sign(manifest));
        if (!verdict.Ok)
        {
            throw new InvalidDataException($"{folder}: {verdict}");
        }
    }

    /// <summary>Makes the bundle in <paramref name="folder"/> the fleet's first release, without a gate: there is nothing to compare it to.</summary>
    /// <exception cref="InvalidDataException">It is not a whole bundle.</exception>
    public ReleaseId AdoptFirst(string folder)
    {
        var verdict = Propose(folder);
        if (!verdict.Ok)
        {
            throw new InvalidDataException($"{folder}: {verdict}");
        }

        if (releases.Find(verdict.Release)!.State == ReleaseState.Candidate)
        {
            releases.Pass(verdict.Release);
        }

        Sign(verdict.Release, folder);
        releases.Activate(verdict.Release);
        return verdict.Release;
    }
}
