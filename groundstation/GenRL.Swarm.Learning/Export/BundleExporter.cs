using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// Writes the files of a bundle but for manifest and signature: six graphs, the contract, and golden outputs for the robots' self-check.
/// </summary>
public static class BundleExporter
{
    /// <summary>Seed of the golden inputs: any would do, one for all makes bundles comparable.</summary>
    private const ulong GoldenSeed = 0x5EED;

    /// <summary>Golden inputs tried for graphs that round to integers: about three in four are <see cref="GoldenCheck.IsSteady"/>.</summary>
    private const ulong GoldenTries = 64;

    /// <summary>The files of a bundle by name.</summary>
    /// <param name="worldModel">Weights of the world model.</param>
    /// <param name="policy">Weights of encoder and student.</param>
    /// <param name="tokens">Weights of the token codebook.</param>
    /// <param name="floor">Name of the floor.</param>
    /// <param name="actuator">The floor's actuator parameters, for the shield.</param>
    /// <param name="limits">The envelope that the models were trained in.</param>
    public static IReadOnlyDictionary<string, byte[]> Files(
        Weights worldModel, Weights policy, Weights tokens, string floor, ActuatorModel actuator, ModelLimits limits)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["encode.onnx"] = WorldModelGraphs.Encode(worldModel),
            ["predict.onnx"] = WorldModelGraphs.Predict(worldModel),
            ["imagine.onnx"] = WorldModelGraphs.Imagine(worldModel),
            ["propose.onnx"] = PolicyGraph.Propose(policy),
            ["tell.onnx"] = IntentionGraphs.Tell(tokens),
            ["hear.onnx"] = IntentionGraphs.Hear(tokens),
        };
        var contract = new ModelContract(
            ModelContract.CurrentVersion, floor, ModelShapes.Current, LatentId(files["encode.onnx"]), CodebookHash(files["tell.onnx"], files["hear.onnx"]),
            ActuatorDescription.Of(actuator), limits);
        files[ModelContract.FileName] = ContractJson.Write(contract);
        files[GoldenOutputs.FileName] = Golden(files, contract, GoldenSeed);
        return files;
    }

    /// <summary>The files of the bundle in <paramref name="folder"/> with another form of the policy's graph; the golden outputs are that graph's.</summary>
    /// <param name="folder">A bundle.</param>
    /// <param name="propose">The policy's graph.</param>
    /// <exception cref="BundleException">The bundle cannot be used.</exception>
    /// <exception cref="InvalidOperationException">The graphs jump at every golden input: robots with another processor would refuse the bundle.</exception>
    public static IReadOnlyDictionary<string, byte[]> WithPolicy(string folder, byte[] propose)
    {
        var files = ModelBundle.GraphFiles.Append(ModelContract.FileName).ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)));
        files["propose.onnx"] = propose;
        var contract = ContractCheck.Read(files[ModelContract.FileName]);
        for (var seed = GoldenSeed; seed < GoldenSeed + GoldenTries; seed++)
        {
            if (GoldenCheck.IsSteady(name => files[name], contract, ModelBundleOptions.Default, seed))
            {
                files[GoldenOutputs.FileName] = Golden(files, contract, seed);
                return files;
            }
        }

        throw new InvalidOperationException($"of {GoldenTries} golden inputs none lets the graphs give the same on every processor");
    }

    /// <summary>The contract of the bundle in <paramref name="folder"/>.</summary>
    /// <exception cref="BundleException">It cannot be used.</exception>
    public static ModelContract ReadContract(string folder) => ContractCheck.Read(File.ReadAllBytes(Path.Combine(folder, ModelContract.FileName)));

    private static byte[] Golden(Dictionary<string, byte[]> files, ModelContract contract, ulong seed) =>
        ContractJson.Write(GoldenCheck.Record(name => files[name], contract, ModelBundleOptions.Default, seed));

    /// <summary>Names the latent space by what makes it: the first 16 digits of the filtering graph's SHA-256.</summary>
    private static string LatentId(byte[] encode) => Convert.ToHexStringLower(SHA256.HashData(encode))[..16];

    /// <summary>The codebook's hash: 32 bits of the SHA-256 over both graphs.</summary>
    private static uint CodebookHash(byte[] tell, byte[] hear) => BitConverter.ToUInt32(SHA256.HashData([.. tell, .. hear]));
}
