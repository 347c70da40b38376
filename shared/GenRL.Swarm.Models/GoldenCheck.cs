using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// Draws inputs from a seed, runs every graph, and compares with what the exporter got: a runtime, an execution provider or a processor
/// that computes something else is found before the robot moves.
/// </summary>
internal static class GoldenCheck
{
    /// <summary>Largest difference allowed, absolute and relative to the larger of 1 and the value: room for other processors and providers.</summary>
    public const float Tolerance = 2e-3f;

    /// <summary>What <see cref="IsSteady"/> changes inputs by, relative: ten times what processors differ by.</summary>
    private const float Nudge = 1e-5f;

    private const int Candidates = 16;
    private const int Stage = 0x601D;
    private const int NudgeStage = 0x601E;

    /// <summary>What the graphs give for the inputs of <paramref name="seed"/>.</summary>
    public static GoldenOutputs Record(Func<string, byte[]> read, ModelContract contract, ModelBundleOptions options, ulong seed)
    {
        using var bundle = ModelBundle.LoadUnchecked(contract, options with { Candidates = Candidates }, read);
        var graphs = new Dictionary<string, IReadOnlyDictionary<string, byte[]>>();
        foreach (var session in bundle.Sessions)
        {
            Run(session, seed);
            graphs[session.Name] = session.Outputs.ToDictionary(name => name, name => MemoryMarshal.AsBytes(session.Buffer(name).AsSpan()).ToArray());
        }

        return new GoldenOutputs(seed, graphs);
    }

    /// <summary>
    /// Refuses a bundle whose graphs give something else than <paramref name="golden"/>. The golden outputs are for one number of candidates: graphs that have
    /// such a dimension are loaded once more with it, all others are checked in the very sessions that will fly.
    /// </summary>
    public static void Verify(ModelBundle bundle, Func<string, byte[]> read, GoldenOutputs golden, ModelBundleOptions options)
    {
        var exported = options with { Candidates = Candidates };
        using var policy = new GenerativePolicy(read("propose.onnx"), options.ExecutionProviders, exported.Samples);
        using var worldModel = new WorldModel(read("imagine.onnx"), options.ExecutionProviders, exported.Candidates);
        foreach (var session in (ReadOnlySpan<GraphSession>)
            [bundle.Encoder.Session, bundle.Teammates.Session, policy.Session, worldModel.Session, bundle.Tokens.Tell, bundle.Tokens.Hear])
        {
            if (!golden.Graphs.TryGetValue(session.Name, out var expected) || expected is null)
            {
                throw new BundleException(BundleError.MalformedContract, $"{GoldenOutputs.FileName}: nothing for graph '{session.Name}'");
            }

            Run(session, golden.Seed);
            foreach (var name in session.Outputs)
            {
                Compare(session.Name, name, session.Buffer(name), expected);
            }
        }
    }

    /// <summary>
    /// Whether the graphs give about the same when the inputs of <paramref name="seed"/> are changed by a few rounding errors. Where a graph rounds to
    /// integers, a value that lies between two of them can go either way on another processor; other inputs are to be recorded then.
    /// </summary>
    public static bool IsSteady(Func<string, byte[]> read, ModelContract contract, ModelBundleOptions options, ulong seed)
    {
        using var bundle = ModelBundle.LoadUnchecked(contract, options with { Candidates = Candidates }, read);
        return bundle.Sessions.All(session => HardlyMoves(session, seed));
    }

    private static void Compare(string graph, string name, float[] actual, IReadOnlyDictionary<string, byte[]> expected)
    {
        if (!expected.TryGetValue(name, out var bytes) || bytes is null || bytes.Length != actual.Length * sizeof(float))
        {
            throw new BundleException(BundleError.MalformedContract, $"{GoldenOutputs.FileName}: nothing of the right size for {graph}.{name}");
        }

        var values = MemoryMarshal.Cast<byte, float>(bytes);
        for (var i = 0; i < actual.Length; i++)
        {
            if (!float.IsFinite(actual[i]))
            {
                throw new BundleException(BundleError.NotFinite, $"{graph}.onnx: {name}[{i}] is {actual[i]}");
            }

            if (!AreClose(actual[i], values[i]))
            {
                throw new BundleException(BundleError.GoldenMismatch, $"{graph}.onnx: {name}[{i}] is {actual[i]}, was {values[i]} when exported");
            }
        }
    }

    private static bool HardlyMoves(GraphSession session, ulong seed)
    {
        const int Ways = 4;
        Run(session, seed);
        var outputs = session.Outputs.ToDictionary(name => name, name => session.Buffer(name).ToArray());
        for (var way = 0; way < Ways; way++)
        {
            Run(session, seed, new RandomStream(seed, way, NudgeStage));
            if (session.Outputs.Any(name => !session.Buffer(name).Zip(outputs[name]).All(pair => AreClose(pair.First, pair.Second))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreClose(float actual, float expected) => MathF.Abs(actual - expected) <= Tolerance * MathF.Max(1f, MathF.Abs(expected));

    private static void Run(GraphSession session, ulong seed, RandomStream? nudges = null)
    {
        var stream = new RandomStream(seed, -1, Stage);
        foreach (var name in session.Inputs)
        {
            foreach (ref var value in session.Buffer(name).AsSpan())
            {
                // A mask is 0 or 1; everything else is about as large as in flight.
                value = name == GraphNames.Mask ? stream.NextInt32(2) : stream.NextSingle(-1f, 1f);
                value *= 1f + (nudges?.NextSingle(-Nudge, Nudge) ?? 0f);
            }
        }

        session.Run();
    }
}
