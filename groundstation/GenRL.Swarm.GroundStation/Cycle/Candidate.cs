using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>A bundle on its way from learning to the fleet.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Manifest">Its manifest.</param>
public sealed record Candidate(ReleaseId Release, string Folder, BundleManifest Manifest);
