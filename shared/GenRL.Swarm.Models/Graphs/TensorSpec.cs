namespace GenRL.Swarm.Models.Graphs;

/// <summary>Name and shape of a graph's input or output; -1 stands for K, the number of candidate plans.</summary>
/// <param name="Name">Its name, one of <see cref="GraphNames"/>.</param>
/// <param name="Rows">First dimension.</param>
/// <param name="Columns">Second dimension.</param>
internal readonly record struct TensorSpec(string Name, int Rows, int Columns)
{
    /// <summary>Stands for the number of candidates.</summary>
    public const int Candidates = -1;

    /// <summary>The shape with K filled in.</summary>
    public long[] Shape(int candidates) => [Rows == Candidates ? candidates : Rows, Columns];
}
