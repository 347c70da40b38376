namespace GenRL.Swarm.Models;

/// <summary>
/// Names of the graphs' inputs and outputs: part of every bundle's contract. Where a shape says 8, <c>predict</c> and <c>imagine</c> have as many rows as there
/// are neighbours, 1 to 8.
/// </summary>
public static class GraphNames
{
    /// <summary>Ego velocity and executed command at the last tick, [1,4], m/s.</summary>
    public const string EgoMotion = "ego_motion";

    /// <summary>Change of the ego's velocity since the last tick, [1,2], m/s.</summary>
    public const string EgoSeen = "ego_seen";

    /// <summary>The change that the prior expected, [1,2], m/s.</summary>
    public const string EgoExpected = "ego_expected";

    /// <summary>Ego velocity now, [1,2], m/s.</summary>
    public const string EgoVelocity = "ego_velocity";

    /// <summary>What the neighbours' memory is told, [8,20]: see <see cref="NetworkShape.NeighbourFeatures"/>.</summary>
    public const string NeighbourFeatures = "neighbour_features";

    /// <summary>Change of the neighbours' velocities since the last tick, [8,2], m/s.</summary>
    public const string NeighbourSeen = "neighbour_seen";

    /// <summary>1 where a neighbour slot is in use, [8,1].</summary>
    public const string Mask = "mask";

    /// <summary>Ego memory h, [1,64].</summary>
    public const string EgoMemory = "ego_memory";

    /// <summary>Ego latent z, [1,8].</summary>
    public const string EgoLatent = "ego_latent";

    /// <summary>Neighbours' memory h, [8,64].</summary>
    public const string NeighbourMemory = "neighbour_memory";

    /// <summary>Neighbours' latent z, [8,8].</summary>
    public const string NeighbourLatent = "neighbour_latent";

    /// <summary>Ego memory after the step.</summary>
    public const string EgoMemoryNext = "ego_memory_next";

    /// <summary>Ego latent after the step (posterior mean).</summary>
    public const string EgoLatentNext = "ego_latent_next";

    /// <summary>Neighbours' memory after the step.</summary>
    public const string NeighbourMemoryNext = "neighbour_memory_next";

    /// <summary>Neighbours' latent after the step (posterior mean).</summary>
    public const string NeighbourLatentNext = "neighbour_latent_next";

    /// <summary>The plan that the neighbours were told, as of now, first 10 commands, [1,20], m/s.</summary>
    public const string ToldPlan = "told_plan";

    /// <summary>Neighbours' positions at 0.1 ... 1.0 s relative to the ego now, [8,20], m.</summary>
    public const string NeighbourPath = "neighbour_path";

    /// <summary>The ego's own positions at 0.1 ... 1.0 s under its told plan, [1,20], m from where it is now.</summary>
    public const string EgoPath = "ego_path";

    /// <summary>Neighbours' velocities at 0.1 ... 1.0 s, [8,20], m/s.</summary>
    public const string NeighbourPathVelocity = "neighbour_path_velocity";

    /// <summary>Neighbours' positions at 0.0 ... 0.9 s relative to the ego now, [8,20], m: what each imagined step reacts to.</summary>
    public const string NeighbourTrack = "neighbour_track";

    /// <summary>Neighbours' velocities at 0.0 ... 0.9 s, [8,20], m/s.</summary>
    public const string NeighbourTrackVelocity = "neighbour_track_velocity";

    /// <summary>Candidate plans, [K,30], m/s.</summary>
    public const string Plans = "plans";

    /// <summary>Imagined positions at 0.1 ... 1.0 s relative to the ego now, [K,20], m.</summary>
    public const string Paths = "paths";

    /// <summary>Ego block of the observation, [1,16].</summary>
    public const string EgoBlock = "ego";

    /// <summary>Lidar block of the observation, [1,32], 1/m.</summary>
    public const string LidarBlock = "lidar";

    /// <summary>Neighbour blocks of the observation, [8,16].</summary>
    public const string NeighbourBlocks = "neighbours";

    /// <summary>Standard normal noise, [K,30]: drawn by the agent, so that a tick can be replayed.</summary>
    public const string Noise = "noise";

    /// <summary>A plan's tail, [1,4].</summary>
    public const string Tail = "tail";

    /// <summary>Eight values on the FSQ grid, [1,8].</summary>
    public const string Codes = "codes";
}
