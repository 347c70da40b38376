using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Models.Contract;

/// <summary>
/// What a bundle promises, read and checked before any of its graphs is loaded: <c>contract.json</c>. Shapes and units of the graphs
/// follow from <see cref="Shapes"/> and <see cref="GraphNames"/>; a robot refuses a bundle whose shapes are not those it was built for.
/// </summary>
/// <param name="FormatVersion">Version of this file's format: <see cref="CurrentVersion"/>.</param>
/// <param name="Floor">Name of the floor that the models were trained or adapted on.</param>
/// <param name="Shapes">Sizes that the graphs were made with.</param>
/// <param name="LatentId">Names the latent space: equal for bundles whose memories mean the same.</param>
/// <param name="CodebookHash">32-bit hash of the token codebook; robots with different ones fall back to the linear code.</param>
/// <param name="Actuator">What the floor does with commands: the shield's parameters.</param>
/// <param name="Limits">The envelope that the models were trained in.</param>
public sealed record ModelContract(
    int FormatVersion, string Floor, ModelShapes Shapes, string LatentId, uint CodebookHash, ActuatorDescription Actuator, ModelLimits Limits)
{
    /// <summary>The format that this build writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>File name in a bundle.</summary>
    public const string FileName = "contract.json";
}

/// <summary>Sizes that must agree between bundle and robot.</summary>
/// <param name="Horizon">Commands in a plan.</param>
/// <param name="ImaginedSteps">Steps imagined.</param>
/// <param name="TickSeconds">Length of a step, seconds.</param>
/// <param name="Neighbours">Neighbour slots.</param>
/// <param name="Ego">Size of the ego block.</param>
/// <param name="Neighbour">Size of a neighbour block.</param>
/// <param name="LidarSectors">Size of the lidar block.</param>
/// <param name="Memory">Size of a memory.</param>
/// <param name="Latent">Size of a latent.</param>
public sealed record ModelShapes(
    int Horizon, int ImaginedSteps, float TickSeconds, int Neighbours, int Ego, int Neighbour, int LidarSectors, int Memory, int Latent)
{
    /// <summary>The shapes that this build was made for.</summary>
    public static ModelShapes Current { get; } = new(
        GenRL.Swarm.Contracts.Planning.PlanShape.Horizon, GenRL.Swarm.Contracts.Planning.PlanShape.ImaginedSteps,
        GenRL.Swarm.Contracts.Planning.PlanShape.TickSeconds, GenRL.Swarm.Contracts.Planning.PlanShape.Neighbours,
        Agent.Observing.ObservationShape.Ego, Agent.Observing.ObservationShape.Neighbour,
        GenRL.Swarm.Contracts.Planning.PlanShape.LidarSectors, NetworkShape.Memory, NetworkShape.Latent);
}

/// <summary>The envelope that the models were trained in.</summary>
/// <param name="MaxSpeedMetresPerSecond">Largest speed commanded.</param>
/// <param name="RadiusMetres">Radius of the robots.</param>
public sealed record ModelLimits(float MaxSpeedMetresPerSecond, float RadiusMetres);

/// <summary><see cref="ActuatorModel"/> as it stands in a file, units in the names.</summary>
/// <param name="TimeConstantSeconds">tau.</param>
/// <param name="Gain">G, row by row: xx, xy, yx, yy.</param>
/// <param name="DelaySeconds">Command delay.</param>
/// <param name="BiasMetresPerSecond">Drift, x and y.</param>
public sealed record ActuatorDescription(
    float TimeConstantSeconds, IReadOnlyList<float> Gain, float DelaySeconds, IReadOnlyList<float> BiasMetresPerSecond)
{
    /// <summary>Describes <paramref name="model"/>.</summary>
    public static ActuatorDescription Of(ActuatorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ActuatorDescription(
            model.TimeConstant, [model.GainXX, model.GainXY, model.GainYX, model.GainYY], model.Delay, [model.Bias.X, model.Bias.Y]);
    }

    /// <summary>The model described; call after <see cref="BundleError"/> checks have passed.</summary>
    public ActuatorModel ToModel() =>
        new(TimeConstantSeconds, Gain[0], Gain[1], Gain[2], Gain[3], DelaySeconds, new System.Numerics.Vector2(BiasMetresPerSecond[0], BiasMetresPerSecond[1]));
}
