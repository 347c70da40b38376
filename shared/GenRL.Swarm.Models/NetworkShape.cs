using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Models;

/// <summary>Sizes of the learned functions. Learning trains to them, the export writes them into a bundle's contract, a robot refuses a bundle that differs.</summary>
public static class NetworkShape
{
    /// <summary>Size of an entity's recurrent memory h (ego or neighbour).</summary>
    public const int Memory = 64;

    /// <summary>Size of an entity's latent z.</summary>
    public const int Latent = 8;

    /// <summary>Numbers that describe a pair of entities: relative position 2, relative velocity 2, own velocity 2, exp(-3 distance).</summary>
    public const int PairFeatures = 7;

    /// <summary>Hidden width of the message function phi.</summary>
    public const int MessageHidden = 32;

    /// <summary>Size of a message m: the sum of phi over the other entities.</summary>
    public const int Message = 16;

    /// <summary>Inputs of the ego's memory: velocity 2, command 2, message, latent.</summary>
    public const int EgoInputs = 4 + Message + Latent;

    /// <summary>
    /// Numbers that describe a neighbour to its memory: relative position 2, relative velocity 2, velocity 2, way-points less position 6,
    /// goal less position 2, has message 1, seconds since the message was read 1, ego velocity 2, ego command 2.
    /// </summary>
    public const int NeighbourFeatures = 20;

    /// <summary>Inputs of a neighbour's memory: <see cref="NeighbourFeatures"/>, message, latent.</summary>
    public const int NeighbourInputs = NeighbourFeatures + Message + Latent;

    /// <summary>Hidden width of prior and posterior.</summary>
    public const int LatentHidden = 32;

    /// <summary>Hidden width of the motion head.</summary>
    public const int MotionHidden = 64;

    /// <summary>The motion head's output times this is the change of velocity in one tick, metres per second.</summary>
    public const float MotionScale = 0.5f;

    /// <summary>Smallest standard deviation of a latent.</summary>
    public const float LatentFloor = 0.1f;

    /// <summary>Width of the policy's entity tokens.</summary>
    public const int Token = 96;

    /// <summary>Size of the policy's context c.</summary>
    public const int Context = 192;

    /// <summary>Width of the flow teacher and of the one-step student.</summary>
    public const int PolicyHidden = 192;

    /// <summary>Numbers in an action chunk, and in the noise it is made from: H x 2, (x, y) of the first action first.</summary>
    public const int Chunk = PlanShape.Horizon * PlanShape.ActionSize;

    /// <summary>Inputs of the policy's ego token: ego block and lidar block.</summary>
    public const int EgoToken = ObservationShape.Ego + PlanShape.LidarSectors;

    /// <summary>Inputs of the policy's neighbour token: neighbour block and ego block.</summary>
    public const int NeighbourToken = ObservationShape.Neighbour + ObservationShape.Ego;

    /// <summary>The summed neighbour tokens are divided by this: the neighbour count of the training scenes.</summary>
    public const float NeighbourPool = 3f;

    /// <summary>Hidden width of the intention tokens' encoder and decoder.</summary>
    public const int IntentionHidden = 64;
}
