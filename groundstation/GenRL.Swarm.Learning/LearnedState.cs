using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Tokens;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models.Contract;

namespace GenRL.Swarm.Learning;

/// <summary>
/// The trainable form of a release: what adaptation starts from. Three files in TorchSharp's own format, kept beside the bundle at the
/// ground station; robots never see them.
/// </summary>
public sealed class LearnedState : IDisposable
{
    /// <summary>File of the world model's weights.</summary>
    public const string WorldModelFile = "world-model.dat";

    /// <summary>File of encoder, teacher and student.</summary>
    public const string PolicyFile = "policy.dat";

    /// <summary>File of the token codebook.</summary>
    public const string TokensFile = "tokens.dat";

    private LearnedState(FactoredWorldModel worldModel, PolicyNetworks policy, IntentionTokenNetworks tokens) =>
        (WorldModel, Policy, Tokens) = (worldModel, policy, tokens);

    /// <summary>The world model.</summary>
    public FactoredWorldModel WorldModel { get; }

    /// <summary>Encoder, teacher and student.</summary>
    public PolicyNetworks Policy { get; }

    /// <summary>The codebook.</summary>
    public IntentionTokenNetworks Tokens { get; }

    /// <summary>Reads the three files in <paramref name="folder"/>.</summary>
    /// <exception cref="FileNotFoundException">One is missing.</exception>
    public static LearnedState Load(string folder)
    {
        var state = new LearnedState(new FactoredWorldModel(), new PolicyNetworks(), new IntentionTokenNetworks());
        state.WorldModel.load(Path.Combine(folder, WorldModelFile));
        state.Policy.load(Path.Combine(folder, PolicyFile));
        state.Tokens.load(Path.Combine(folder, TokensFile));
        return state;
    }

    /// <summary>Writes the three files into <paramref name="folder"/>.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        WorldModel.save(Path.Combine(folder, WorldModelFile));
        Policy.save(Path.Combine(folder, PolicyFile));
        Tokens.save(Path.Combine(folder, TokensFile));
    }

    /// <summary>The files of a bundle for <paramref name="floor"/>, but for manifest and signature.</summary>
    public IReadOnlyDictionary<string, byte[]> Export(string floor, ActuatorModel actuator, ModelLimits limits) => BundleExporter.Files(
        ModuleWeights.Of(WorldModel), ModuleWeights.Of(Policy), ModuleWeights.Of(Tokens), floor, actuator, limits);

    /// <inheritdoc/>
    public void Dispose()
    {
        WorldModel.Dispose();
        Policy.Dispose();
        Tokens.Dispose();
    }
}
