namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>
/// Levenberg-Marquardt over all windows: the unknowns are common, each window's start state is its own and is eliminated by its Schur complement (as
/// points are in bundle adjustment: Triggs et al. 2000), so that the system solved is as large as there are unknowns. A wide prior around the nominal values
/// keeps what the log does not tell where it was.
/// </summary>
internal sealed class WindowSolver(IPlantModel model, IReadOnlyList<WindowFit> windows, NoiseScale noise)
{
    /// <summary>Standard deviation of the prior, in units of an unknown's scale: wide enough to weigh nothing against seconds of motion.</summary>
    private const double PriorScales = 3d;

    private const double Converged = 1e-4;
    private const double LargestDamping = 1e6;

    private readonly int _count = model.Unknowns.Count;
    private readonly FitScratch _scratch = new(model);
    private readonly ReducedWindow[] _reduced = [.. windows.Select(window => new ReducedWindow(model.Unknowns.Count, window.Start.Length))];

    /// <summary>Improves <paramref name="values"/> and the windows' starts in place; returns the cost.</summary>
    /// <param name="values">The unknowns.</param>
    /// <param name="freeDelay">Whether the delay is among them; without, it stays what it is.</param>
    /// <param name="iterations">Linearisations at most.</param>
    public double Solve(double[] values, bool freeDelay, int iterations)
    {
        var cost = Cost(values, windows.Select(window => window.Start));
        var damping = 1e-4;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var (hessian, gradient) = Linearise(values);
            if (!freeDelay)
            {
                Fix(hessian, gradient, model.Delay);
            }

            var (before, moved) = (cost, 0d);
            while (damping < LargestDamping && !TryStep(values, hessian, gradient, damping, ref cost, out moved))
            {
                damping *= 10d;
            }

            if (damping >= LargestDamping || moved < Converged || before - cost < 1e-9 * before)
            {
                return cost;
            }

            damping = Math.Max(damping * 0.1, 1e-9);
        }

        return cost;
    }

    /// <summary>Standard deviation of every unknown at the optimum <paramref name="values"/>.</summary>
    /// <remarks>
    /// The larger of two: the inverse Hessian, which knows what the log does not tell, and the sandwich estimate with windows as clusters (Liang and Zeger
    /// 1986), which needs no white noise: drift makes the errors within a window alike.
    /// </remarks>
    public double[] Deviations(double[] values)
    {
        var (hessian, _) = Linearise(values);
        Factor(hessian);
        var inverse = Cholesky.Inverse(hessian);
        var meat = new double[_count, _count];
        foreach (var reduced in _reduced)
        {
            for (var i = 0; i < _count; i++)
            {
                for (var j = 0; j < _count; j++)
                {
                    meat[i, j] += reduced.Gradient[i] * reduced.Gradient[j];
                }
            }
        }

        var correction = windows.Count / (double)(windows.Count - _count);
        return [.. Enumerable.Range(0, _count).Select(i => Math.Sqrt(Math.Max(inverse[i, i], correction * Quadratic(meat, inverse, i))))];
    }

    private static double Quadratic(double[,] meat, double[,] inverse, int row)
    {
        var sum = 0d;
        for (var j = 0; j < inverse.GetLength(0); j++)
        {
            for (var k = 0; k < inverse.GetLength(0); k++)
            {
                sum += inverse[row, j] * meat[j, k] * inverse[k, row];
            }
        }

        return sum;
    }

    private (double[,] Hessian, double[] Gradient) Linearise(double[] values)
    {
        var (hessian, gradient) = (new double[_count, _count], new double[_count]);
        for (var w = 0; w < windows.Count; w++)
        {
            windows[w].Linearise(values, noise, _scratch);
            _reduced[w].Reduce(_scratch.Gram, hessian);
            for (var i = 0; i < _count; i++)
            {
                gradient[i] += _reduced[w].Gradient[i];
            }
        }

        for (var i = 0; i < _count; i++)
        {
            var precision = PriorPrecision(i);
            hessian[i, i] += precision;
            gradient[i] += precision * (model.Unknowns[i].Nominal - values[i]);
        }

        return (hessian, gradient);
    }

    private bool TryStep(double[] values, double[,] hessian, double[] gradient, double damping, ref double cost, out double moved)
    {
        var damped = (double[,])hessian.Clone();
        for (var i = 0; i < _count; i++)
        {
            damped[i, i] *= 1d + damping;
        }

        Factor(damped);
        var step = (double[])gradient.Clone();
        Cholesky.Solve(damped, step);
        var trial = new double[_count];
        moved = 0d;
        for (var i = 0; i < _count; i++)
        {
            trial[i] = Math.Clamp(values[i] + step[i], model.Unknowns[i].Low, model.Unknowns[i].High);
            step[i] = trial[i] - values[i];
            moved = Math.Max(moved, Math.Abs(step[i]) / model.Unknowns[i].Scale);
        }

        double[][] starts = [.. windows.Select((window, w) => _reduced[w].StartFor(window.Start, step))];
        var reached = Cost(trial, starts);
        if (!(reached < cost))
        {
            return false;
        }

        (cost, var w2) = (reached, 0);
        trial.CopyTo(values, 0);
        foreach (var start in starts)
        {
            start.CopyTo(windows[w2++].Start, 0);
        }

        return true;
    }

    private double Cost(double[] values, IEnumerable<double[]> starts)
    {
        var cost = 0d;
        for (var i = 0; i < _count; i++)
        {
            var away = values[i] - model.Unknowns[i].Nominal;
            cost += PriorPrecision(i) * away * away;
        }

        return cost + windows.Zip(starts, (window, start) => window.Cost(values, start, noise, _scratch)).Sum();
    }

    private double PriorPrecision(int unknown)
    {
        var deviation = PriorScales * model.Unknowns[unknown].Scale;
        return 1d / (deviation * deviation);
    }

    private static void Fix(double[,] hessian, double[] gradient, int unknown)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            hessian[i, unknown] = hessian[unknown, i] = 0d;
        }

        (hessian[unknown, unknown], gradient[unknown]) = (1d, 0d);
    }

    /// <summary>The prior makes every Hessian positive definite; one that is not has been fed numbers that are not finite.</summary>
    private static void Factor(double[,] matrix)
    {
        if (!Cholesky.TryFactor(matrix))
        {
            throw new InvalidOperationException("the normal equations are not positive definite");
        }
    }
}
