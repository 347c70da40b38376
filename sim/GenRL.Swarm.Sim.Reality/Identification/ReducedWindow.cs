namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>One window's normal equations after its start state has been eliminated.</summary>
internal sealed class ReducedWindow(int unknowns, int starts)
{
    /// <summary>Keeps a start number that a window says nothing of where it was measured.</summary>
    private const double Ridge = 1e-6;

    private readonly double[,] _factor = new double[starts, starts];
    private readonly double[,] _coupling = new double[unknowns, starts];
    private readonly double[] _start = new double[starts];

    /// <summary>Gradient of the cost by the unknowns, the start following them; the window's score.</summary>
    public double[] Gradient { get; } = new double[unknowns];

    /// <summary>The window's Hessian by the unknowns, the start following them: A - B C^-1 B'.</summary>
    public double[,] Hessian { get; } = new double[unknowns, unknowns];

    /// <summary>Eliminates the start.</summary>
    /// <param name="gram">Inner products of [by unknowns | by start | residual].</param>
    public void Reduce(double[,] gram)
    {
        var last = unknowns + starts;
        for (var i = 0; i < starts; i++)
        {
            for (var j = 0; j < starts; j++)
            {
                _factor[i, j] = gram[unknowns + i, unknowns + j] + (i == j ? Ridge : 0d);
            }

            _start[i] = gram[unknowns + i, last];
        }

        if (!Cholesky.TryFactor(_factor))
        {
            throw new InvalidOperationException("a window's start equations are not positive definite");
        }

        Cholesky.Solve(_factor, _start);
        Span<double> row = stackalloc double[starts];
        for (var p = 0; p < unknowns; p++)
        {
            for (var s = 0; s < starts; s++)
            {
                row[s] = gram[p, unknowns + s];
            }

            Cholesky.Solve(_factor, row);
            Gradient[p] = gram[p, last];
            for (var s = 0; s < starts; s++)
            {
                _coupling[p, s] = row[s];
                Gradient[p] -= gram[p, unknowns + s] * _start[s];
            }

            for (var q = 0; q < unknowns; q++)
            {
                var explained = 0d;
                for (var s = 0; s < starts; s++)
                {
                    explained += row[s] * gram[q, unknowns + s];
                }

                Hessian[p, q] = gram[p, q] - explained;
            }
        }
    }

    /// <summary>The start that goes with a step of the unknowns, from <paramref name="start"/>.</summary>
    public double[] StartFor(double[] start, double[] step)
    {
        var moved = new double[starts];
        for (var s = 0; s < starts; s++)
        {
            moved[s] = start[s] + _start[s];
            for (var p = 0; p < unknowns; p++)
            {
                moved[s] -= _coupling[p, s] * step[p];
            }
        }

        return moved;
    }
}
