using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Benchmarks.Ablation;

/// <summary>
/// The identified floor in place of the learned world model: graphs with the same inputs and outputs, in which the ego moves as a first-order lag with the floor's gain,
/// bias and delay (its memory holds the commands on their way) and neighbours go where they said, or straight on. All of it is linear, so that each graph is
/// one or two products; the coefficients are read off by rolling unit inputs out.
/// </summary>
internal sealed class LeastSquaresGraphs
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>Past commands that the memory holds, newest first.</summary>
    private const int Past = NetworkShape.Memory / 2;

    private readonly DelayedLag _floor;
    private readonly FirstOrderLag _lag;

    public LeastSquaresGraphs(ActuatorModel floor) => (_floor, _lag) = (new DelayedLag(floor), new FirstOrderLag(floor, PlanShape.TickSeconds));

    /// <summary>The three graphs of the world model by file name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() => new Dictionary<string, byte[]>
    {
        ["encode.onnx"] = Encode(), ["predict.onnx"] = Predict(), ["imagine.onnx"] = Imagine(),
    };

    private static string Linear(OnnxGraph g, string x, int inputs, int outputs, Func<float[], float[]> map)
    {
        // map is affine: what it gives for nothing is the bias, and each unit input's share a column.
        var bias = map(new float[inputs]);
        var weights = new float[outputs * inputs];
        for (var i = 0; i < inputs; i++)
        {
            var unit = new float[inputs];
            unit[i] = 1f;
            var column = map(unit);
            for (var o = 0; o < outputs; o++)
            {
                weights[(o * inputs) + i] = column[o] - bias[o];
            }
        }

        return g.Affine(x, weights, bias, inputs, outputs);
    }

    private static Vector2[] Pairs(ReadOnlySpan<float> numbers)
    {
        var pairs = new Vector2[numbers.Length / 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new Vector2(numbers[2 * i], numbers[(2 * i) + 1]);
        }

        return pairs;
    }

    private static float[] Numbers(IEnumerable<Vector2> pairs) => [.. pairs.SelectMany(pair => (float[])[pair.X, pair.Y])];

    private byte[] Encode()
    {
        var g = new OnnxGraph("encode");
        var motion = g.Input(GraphNames.EgoMotion, 1, 4);
        g.Input(GraphNames.NeighbourFeatures, N, NetworkShape.NeighbourFeatures);
        g.Input(GraphNames.Mask, N, 1);
        g.Input(GraphNames.EgoSeen, 1, 2);
        g.Input(GraphNames.NeighbourSeen, N, 2);
        var memory = g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory);
        var latent = g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent);
        var others = g.Input(GraphNames.NeighbourMemory, N, NetworkShape.Memory);
        var latents = g.Input(GraphNames.NeighbourLatent, N, NetworkShape.Latent);

        var command = g.Columns(motion, 2, 2, 1);
        var remembered = g.Concat(1, command, g.Columns(memory, 0, NetworkShape.Memory - 2, 1));
        var change = Linear(g, g.Concat(1, motion, memory), 4 + NetworkShape.Memory, 2, Change);
        g.Output(GraphNames.EgoMemoryNext, remembered, 1, NetworkShape.Memory);
        g.Output(GraphNames.EgoLatentNext, g.Scale(latent, 0f), 1, NetworkShape.Latent);
        g.Output(GraphNames.NeighbourMemoryNext, g.Scale(others, 0f), N, NetworkShape.Memory);
        g.Output(GraphNames.NeighbourLatentNext, g.Scale(latents, 0f), N, NetworkShape.Latent);
        g.Output(GraphNames.EgoExpected, change, 1, 2);
        return g.ToBytes();
    }

    private byte[] Predict()
    {
        const string Rows = "N";
        var g = new OnnxGraph("predict");
        var velocity = g.Input(GraphNames.EgoVelocity, 1, 2);
        var told = g.Input(GraphNames.ToldPlan, 1, 2 * T);
        var features = g.Input(GraphNames.NeighbourFeatures, Rows, NetworkShape.NeighbourFeatures);
        var memory = g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory);
        g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent);
        g.Input(GraphNames.NeighbourMemory, Rows, NetworkShape.Memory);
        g.Input(GraphNames.NeighbourLatent, Rows, NetworkShape.Latent);
        g.Input(GraphNames.Mask, Rows, 1);

        const int Inputs = 2 + NetworkShape.Memory + (2 * T);
        g.Output(GraphNames.NeighbourPath, Linear(g, features, NetworkShape.NeighbourFeatures, 2 * T, Said), Rows, 2 * T);
        g.Output(GraphNames.NeighbourPathVelocity, Linear(g, features, NetworkShape.NeighbourFeatures, 2 * T, SaidVelocity), Rows, 2 * T);
        g.Output(GraphNames.EgoPath, Linear(g, g.Concat(1, velocity, memory, told), Inputs, 2 * T, Path), 1, 2 * T);
        return g.ToBytes();
    }

    private byte[] Imagine()
    {
        const string Rows = "N";
        var g = new OnnxGraph("imagine");
        var velocity = g.Input(GraphNames.EgoVelocity, 1, 2);
        var plans = g.Input(GraphNames.Plans, "K", NetworkShape.Chunk);
        g.Input(GraphNames.NeighbourTrack, Rows, 2 * T);
        g.Input(GraphNames.NeighbourTrackVelocity, Rows, 2 * T);
        g.Input(GraphNames.Mask, Rows, 1);
        var memory = g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory);
        g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent);

        const int State = 2 + NetworkShape.Memory;
        var coasting = Linear(g, g.Concat(1, velocity, memory), State, 2 * T, state => Path([.. state, .. new float[2 * T]]));
        var bias = Path(new float[State + (2 * T)]);
        var steered = Linear(
            g, g.Columns(plans, 0, 2 * T, 1), 2 * T, 2 * T, plan => [.. Path([.. new float[State], .. plan]).Zip(bias, (path, rest) => path - rest)]);
        g.Output(GraphNames.Paths, g.Add(steered, coasting), "K", 2 * T);
        return g.ToBytes();
    }

    /// <summary>(v, memory, plan) to the ego's positions.</summary>
    private float[] Path(float[] input)
    {
        var numbers = Pairs(input);
        var path = new Vector2[T];
        _floor.Roll(Vector2.Zero, numbers[0], Pending(numbers.AsSpan(1, Past)), numbers.AsSpan(1 + Past, T), path);
        return Numbers(path);
    }

    /// <summary>(v, command, memory) to the change of velocity in the tick in which the command was given.</summary>
    private float[] Change(float[] input)
    {
        var numbers = Pairs(input);
        Vector2[] given = [.. Pending(numbers.AsSpan(2, Past)), numbers[1]];
        var acting = _floor.Pending == 0 ? given[^1] : Vector2.Lerp(given[0], given[1], _floor.Fraction);
        var (position, velocity) = (Vector2.Zero, numbers[0]);
        _lag.Advance(ref position, ref velocity, acting);
        return Numbers([velocity - numbers[0]]);
    }

    private Vector2[] Pending(ReadOnlySpan<Vector2> newestFirst)
    {
        var pending = newestFirst[.._floor.Pending].ToArray();
        Array.Reverse(pending);
        return pending;
    }

    /// <summary>A neighbour's features to its positions: along the way-points that it said; without a message they are those of constant velocity.</summary>
    private static float[] Said(float[] features)
    {
        var f = Pairs(features);
        var (start, half, whole) = (f[0], f[0] + f[3], f[0] + f[4]);
        return Numbers(Enumerable.Range(1, T).Select(t => t <= T / 2
            ? Vector2.Lerp(start, half, 2f * t / T)
            : Vector2.Lerp(half, whole, (2f * t / T) - 1f)));
    }

    private static float[] SaidVelocity(float[] features)
    {
        var f = Pairs(features);
        return Numbers(Enumerable.Range(1, T).Select(t => (t <= T / 2 ? f[3] : f[4] - f[3]) / (PlanShape.TickSeconds * T / 2)));
    }
}
