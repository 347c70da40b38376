namespace GenRL.Swarm.Models.Graphs;

/// <summary>Name and shape of a graph's input or output. The first dimension may be free.</summary>
/// <param name="Name">Its name, one of <see cref="GraphNames"/>.</param>
/// <param name="Rows">First dimension: a number, <see cref="Candidates"/> or <see cref="Neighbours"/>.</param>
/// <param name="Columns">Second dimension.</param>
internal readonly record struct TensorSpec(string Name, int Rows, int Columns)
{
    /// <summary>Stands for the number of candidate plans, K, which is fixed when the graph is loaded.</summary>
    public const int Candidates = -1;

    /// <summary>Stands for the number of neighbours, N, which each run chooses.</summary>
    public const int Neighbours = -2;

    /// <summary>The shape with K and N filled in.</summary>
    public long[] Shape(int candidates, int neighbours) =>
        [Rows switch { Candidates => candidates, Neighbours => neighbours, _ => Rows }, Columns];
}
