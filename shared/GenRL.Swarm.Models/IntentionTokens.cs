using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>The learned codebook: plan tails to two 10-bit tokens and back (finite scalar quantisation, arXiv 2309.15505).</summary>
public sealed class IntentionTokens : IDisposable
{
    private const int Values = FiniteScalars.Size * FiniteScalars.Tokens;

    internal IntentionTokens(byte[] tell, byte[] hear, IReadOnlyList<string> executionProviders, uint codebookHash)
    {
        Tell = new GraphSession(
            "tell", tell, executionProviders, 1, [new TensorSpec(GraphNames.Tail, 1, PlanTail.Size)], [new TensorSpec(GraphNames.Codes, 1, Values)]);
        try
        {
            Hear = new GraphSession(
                "hear", hear, executionProviders, 1, [new TensorSpec(GraphNames.Codes, 1, Values)], [new TensorSpec(GraphNames.Tail, 1, PlanTail.Size)]);
        }
        catch
        {
            Tell.Dispose();
            throw;
        }

        CodebookHash = codebookHash;
    }

    internal GraphSession Tell { get; }

    internal GraphSession Hear { get; }

    /// <summary>Hash of the codebook; tokens made with another one mean nothing here.</summary>
    public uint CodebookHash { get; }

    /// <summary>The two tokens of a plan tail, [4] as <see cref="PlanTail"/> writes it. Allocates nothing.</summary>
    public (ushort First, ushort Second) Encode(ReadOnlySpan<float> tail)
    {
        tail.CopyTo(Tell.Buffer(GraphNames.Tail));
        Tell.Run();
        var codes = Tell.Buffer(GraphNames.Codes).AsSpan();
        return (FiniteScalars.Index(codes[..FiniteScalars.Size]), FiniteScalars.Index(codes[FiniteScalars.Size..]));
    }

    /// <summary>The plan tail of two tokens into <paramref name="tail"/>, [4]. Allocates nothing.</summary>
    public void Decode(ushort first, ushort second, Span<float> tail)
    {
        var codes = Hear.Buffer(GraphNames.Codes).AsSpan();
        FiniteScalars.Values(first, codes[..FiniteScalars.Size]);
        FiniteScalars.Values(second, codes[FiniteScalars.Size..]);
        Hear.Run();
        Hear.Buffer(GraphNames.Tail).AsSpan().CopyTo(tail);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tell.Dispose();
        Hear.Dispose();
    }
}
