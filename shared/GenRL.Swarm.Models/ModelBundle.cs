using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// One release, loaded and ready: world model, policy, codebook and shield parameters, which always change together. Loading checks the
/// contract, every graph's interface, and that the graphs give what they gave when exported. Hashes and signature are checked before, by GenRL.Swarm.Trust.
/// </summary>
public sealed class ModelBundle : IDisposable
{
    /// <summary>The graph files of a bundle.</summary>
    public static IReadOnlyList<string> GraphFiles { get; } = ["encode.onnx", "predict.onnx", "propose.onnx", "imagine.onnx", "tell.onnx", "hear.onnx"];

    private ModelBundle(ReleaseId id, ModelContract contract, ModelBundleOptions options, Func<string, byte[]> read)
    {
        Id = id;
        Contract = contract;
        Actuator = contract.Actuator.ToModel();
        var providers = options.ExecutionProviders;
        try
        {
            Encoder = new Encoder(read("encode.onnx"), providers);
            Teammates = new TeammatePredictor(read("predict.onnx"), providers);
            Policy = new GenerativePolicy(read("propose.onnx"), providers, options.Samples);
            WorldModel = new WorldModel(read("imagine.onnx"), providers, options.Candidates);
            Tokens = new IntentionTokens(read("tell.onnx"), read("hear.onnx"), providers, contract.CodebookHash);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Which release.</summary>
    public ReleaseId Id { get; }

    /// <summary>What the bundle promises.</summary>
    public ModelContract Contract { get; }

    /// <summary>The floor's actuator parameters, for the shield.</summary>
    public ActuatorModel Actuator { get; }

    /// <summary>Filtering step of the world model.</summary>
    public Encoder Encoder { get; }

    /// <summary>Neighbours' futures.</summary>
    public TeammatePredictor Teammates { get; }

    /// <summary>Action chunks.</summary>
    public GenerativePolicy Policy { get; }

    /// <summary>Futures of candidate plans.</summary>
    public WorldModel WorldModel { get; }

    /// <summary>Intention tokens.</summary>
    public IntentionTokens Tokens { get; }

    internal IEnumerable<GraphSession> Sessions =>
        [Encoder.Session, Teammates.Session, Policy.Session, WorldModel.Session, Tokens.Tell, Tokens.Hear];

    /// <summary>Loads the bundle in <paramref name="folder"/> and checks it against its golden outputs.</summary>
    /// <exception cref="BundleException">The bundle cannot be used; the message names file and reason.</exception>
    public static ModelBundle Load(string folder, ReleaseId id, ModelBundleOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        byte[] Read(string name)
        {
            var path = Path.Combine(folder, name);
            return File.Exists(path) ? File.ReadAllBytes(path) : throw new BundleException(BundleError.MissingFile, name);
        }

        var contract = ContractCheck.Read(Read(ModelContract.FileName));
        var golden = ContractCheck.ReadGolden(Read(GoldenOutputs.FileName));
        var bundle = new ModelBundle(id, contract, options, Read);
        try
        {
            GoldenCheck.Verify(bundle, Read, golden, options);
            return bundle;
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    internal static ModelBundle LoadUnchecked(ModelContract contract, ModelBundleOptions options, Func<string, byte[]> read) =>
        new(new ReleaseId(new string('0', 64)), contract, options, read);

    /// <inheritdoc/>
    public void Dispose()
    {
        Encoder?.Dispose();
        Teammates?.Dispose();
        Policy?.Dispose();
        WorldModel?.Dispose();
        Tokens?.Dispose();
    }
}
