using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Compression;

/// <summary>
/// Post-training quantisation of the graph <c>propose</c>: float graph, observations -> ranges of what its large Gemms read -> int8 graph, and how far its plans
/// are from the float graph's on observations of other flights. Nothing is trained.
/// </summary>
public static class PolicyQuantisation
{
    /// <summary>Observations that the ranges are taken from, and as many to compare the plans on.</summary>
    public const int Observations = 512;

    /// <summary>Gemms with fewer weights stay float: the first and last layers, which hold a tenth of the weights between them.</summary>
    private const int FewestWeights = 8192;

    /// <summary>
    /// Weights take 7 of 8 bits: two products of such a weight and a step add up to 32 640 at most, and processors that add pairs in 16 bits give what all
    /// others give.
    /// </summary>
    private const int LargestWeight = 64;

    /// <summary>Quantises.</summary>
    /// <param name="propose">The float graph's file.</param>
    /// <param name="seen">What the policy was shown in flight, in order: the first half gives the ranges, the second compares the plans.</param>
    /// <param name="seed">The noise follows from it.</param>
    /// <exception cref="ArgumentException">There are fewer than two observations, or the graph is quantised already.</exception>
    public static QuantisedPolicy Run(byte[] propose, PolicySamples seen, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(seen.Count, 2, nameof(seen));
        var inputs = QuantisedGemms.Inputs(propose, FewestWeights);
        if (inputs.Count == 0)
        {
            throw new ArgumentException("propose.onnx holds no large product of floats: it is quantised already", nameof(propose));
        }

        var half = seen.Count / 2;
        var model = QuantisedGemms.Write(propose, Ranges(propose, inputs, seen, Spread(0, half), seed), LargestWeight);
        return new QuantisedPolicy(model, PlanDifference(propose, model, seen, Spread(half, seen.Count), seed));
    }

    /// <summary><see cref="Observations"/> rows, or as many as there are, evenly from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    private static IEnumerable<int> Spread(int from, int to)
    {
        var count = Math.Min(Observations, to - from);
        return Enumerable.Range(0, count).Select(i => from + (i * (to - from) / count));
    }

    private static Dictionary<string, ActivationRange> Ranges(byte[] propose, IReadOnlyList<string> inputs, PolicySamples seen, IEnumerable<int> rows, ulong seed)
    {
        using var probe = new ProposeProbe(propose, inputs, seed);
        var values = inputs.ToDictionary(name => name, _ => new List<float>());
        foreach (var row in rows)
        {
            foreach (var (name, read) in inputs.Zip(probe.Read(seen, row)))
            {
                values[name].AddRange(read);
            }
        }

        return values.ToDictionary(entry => entry.Key, entry => ActivationRange.Of([.. entry.Value]));
    }

    /// <summary>Root mean square distance of where two graphs' plans end, commands integrated, metres.</summary>
    private static double PlanDifference(byte[] before, byte[] after, PolicySamples seen, IEnumerable<int> rows, ulong seed)
    {
        using var first = new ProposeProbe(before, [GraphNames.Plans], seed);
        using var second = new ProposeProbe(after, [GraphNames.Plans], seed);
        var (sum, count) = (0.0, 0);
        foreach (var row in rows)
        {
            var (a, b) = (first.Read(seen, row)[0], second.Read(seen, row)[0]);
            for (var plan = 0; plan < a.Length; plan += NetworkShape.Chunk)
            {
                var (x, y) = (0f, 0f);
                for (var t = plan; t < plan + NetworkShape.Chunk; t += PlanShape.ActionSize)
                {
                    x += (a[t] - b[t]) * PlanShape.TickSeconds;
                    y += (a[t + 1] - b[t + 1]) * PlanShape.TickSeconds;
                }

                sum += (x * x) + (y * y);
                count++;
            }
        }

        return Math.Sqrt(sum / count);
    }
}
