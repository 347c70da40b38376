using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.TestKit.Bundles;

/// <summary>
/// Bundles without training: all weights are small random numbers but for the ego's motion in the world model, which is written by hand to be the
/// nominal floor's lag, so that a robot with such a bundle flies to its goal. Different seeds give different releases.
/// </summary>
public static class RandomBundle
{
    private const float Small = 0.02f;
    private const int M = NetworkShape.Memory;

    /// <summary>The files of a bundle but for manifest and signature.</summary>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="actuator">The floor that the shield is told; null for the nominal one.</param>
    /// <param name="poisoned">Whether one graph gives a number that is not finite.</param>
    public static Dictionary<string, byte[]> Files(ulong seed = 1, ActuatorModel? actuator = null, bool poisoned = false)
    {
        OnnxRuntimeLibrary.Load();
        var random = new RandomStream(seed, 0, 0);
        return BundleExporter.Files(
            WorldModel(random), Policy(random), Tokens(random, poisoned), "test", actuator ?? ActuatorModel.Nominal, new ModelLimits(1f, 0.12f)).ToDictionary();
    }

    /// <summary>Writes <paramref name="files"/> and a manifest that fits them into <paramref name="folder"/>; signs it when there is a signer.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, byte[]> files, ReleaseSigner? signer = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        var manifest = new BundleManifest(
            BundleManifest.CurrentFormat, "2026-01-31T12:00:00Z", "test", [.. files.Select(f => BundleFile.Of(f.Key, f.Value))],
            new BundleLineage(null, [], [], "test", "random"), new Dictionary<string, double>());
        File.WriteAllBytes(Path.Combine(folder, BundleLayout.Manifest), manifest.ToBytes());
        signer?.SignFolder(folder);
    }

    private static Weights WorldModel(RandomStream random)
    {
        var w = new Builder(random);
        w.Linear("message.0", NetworkShape.PairFeatures, NetworkShape.MessageHidden).Linear("message.2", NetworkShape.MessageHidden, NetworkShape.Message);
        foreach (var (kind, inputs) in new[] { ("ego", NetworkShape.EgoInputs), ("neighbour", NetworkShape.NeighbourInputs) })
        {
            w.Add($"{kind}_memory.weight_ih", 3 * M, inputs).Add($"{kind}_memory.weight_hh", 3 * M, M);
            w.Add($"{kind}_memory.bias_ih", 3 * M).Add($"{kind}_memory.bias_hh", 3 * M);
            w.TwoLayers($"{kind}_prior", M, NetworkShape.LatentHidden, 2 * NetworkShape.Latent);
            w.TwoLayers($"{kind}_posterior", M + 2, NetworkShape.LatentHidden, 2 * NetworkShape.Latent);
            w.TwoLayers($"{kind}_motion", M + NetworkShape.Latent, NetworkShape.MotionHidden, 2);
        }

        WriteLag(w);
        return w.Done();
    }

    /// <summary>
    /// Memory unit i becomes tanh(a (u - v)_i), and the motion head undoes a, using silu(x) - silu(-x) = x: dv = (1 - exp(-dt / tau)) (u - v).
    /// </summary>
    private static void WriteLag(Builder w)
    {
        const float A = 0.1f;
        var gain = (1f - MathF.Exp(-0.1f / 0.25f)) / NetworkShape.MotionScale / A;
        var input = w["ego_memory.weight_ih"];
        var bias = w["ego_memory.bias_ih"];
        var first = w["ego_motion.0.weight"];
        var second = w["ego_motion.2.weight"];
        Array.Clear(second);
        Array.Clear(w["ego_motion.0.bias"]);
        Array.Clear(w["ego_motion.2.bias"]);
        for (var i = 0; i < 2; i++)
        {
            bias[M + i] = -20f;
            var row = input.AsSpan(((2 * M) + i) * NetworkShape.EgoInputs, NetworkShape.EgoInputs);
            row.Clear();
            row[i] = -A;
            row[2 + i] = A;
            Array.Clear(w["ego_memory.weight_hh"], ((2 * M) + i) * M, M);
            bias[(2 * M) + i] = 0f;
            w["ego_memory.bias_hh"][(2 * M) + i] = 0f;
            for (var sign = 0; sign < 2; sign++)
            {
                var unit = (2 * i) + sign;
                var hidden = first.AsSpan(unit * (M + NetworkShape.Latent), M + NetworkShape.Latent);
                hidden.Clear();
                hidden[i] = sign == 0 ? 1f : -1f;
                second[(i * NetworkShape.MotionHidden) + unit] = sign == 0 ? gain : -gain;
            }
        }
    }

    private static Weights Policy(RandomStream random)
    {
        var w = new Builder(random);
        w.Linear("encoder.ego.0", NetworkShape.EgoToken, NetworkShape.Token).Linear("encoder.neighbour.0", NetworkShape.NeighbourToken, NetworkShape.Token);
        w.Linear("encoder.neighbour.2", NetworkShape.Token, NetworkShape.Token).Linear("encoder.context.0", 3 * NetworkShape.Token, NetworkShape.Context);
        w.Linear("student.0", NetworkShape.Chunk + NetworkShape.Context, NetworkShape.PolicyHidden);
        w.Linear("student.2", NetworkShape.PolicyHidden, NetworkShape.PolicyHidden).Linear("student.4", NetworkShape.PolicyHidden, NetworkShape.PolicyHidden);
        return w.Linear("student.6", NetworkShape.PolicyHidden, NetworkShape.Chunk).Done();
    }

    private static Weights Tokens(RandomStream random, bool poisoned)
    {
        const int Tail = 4, Values = 8, Hidden = NetworkShape.IntentionHidden;
        var w = new Builder(random);
        w.Linear("encode.0", Tail, Hidden).Linear("encode.2", Hidden, Hidden).Linear("encode.4", Hidden, Values);
        w.Linear("decode.0", Values, Hidden).Linear("decode.2", Hidden, Hidden).Linear("decode.4", Hidden, Tail);
        if (poisoned)
        {
            w["decode.4.bias"][0] = float.NaN;
        }

        return w.Done();
    }

    private sealed class Builder(RandomStream random)
    {
        private readonly Dictionary<string, (long[] Shape, float[] Values)> _all = [];

        public float[] this[string name] => _all[name].Values;

        public Builder Add(string name, params long[] shape)
        {
            var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
            foreach (ref var value in values.AsSpan())
            {
                value = random.NextSingle(-Small, Small);
            }

            _all[name] = (shape, values);
            return this;
        }

        public Builder Linear(string name, int inputs, int outputs) => Add($"{name}.weight", outputs, inputs).Add($"{name}.bias", outputs);

        public Builder TwoLayers(string name, int inputs, int hidden, int outputs) => Linear($"{name}.0", inputs, hidden).Linear($"{name}.2", hidden, outputs);

        public Weights Done() => new(_all);
    }
}
