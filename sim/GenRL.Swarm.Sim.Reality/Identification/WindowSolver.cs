namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>
/// Levenberg-Marquardt over all windows: the unknowns are common, each window's start state is its own and is eliminated by its Schur complement (as
/// points are in bundle adjustment: Triggs et al. 2000), so that the system solved is as large as there are unknowns. A prior around the nominal values
/// keeps what the log does not tell where it was.
/// </summary>
/// <param name="model">What is unknown.</param>
/// <param name="windows">The windows; their starts are improved too.</param>
/// <param name="noise">The units of the errors.</param>
/// <param name="prior">Standard deviation of the prior of each unknown, in units of its scale.</param>
internal sealed class WindowSolver(IPlantModel model, IReadOnlyList<WindowFit> windows, NoiseScale noise, double[] prior)
{
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
    /// The larger of two: the inverse Hessian, which knows what the log does not tell, and the jackknife over windows (each left out in turn, one Newton step
    /// from the optimum; Efron and Tibshirani 1993, chapter 11), which needs no white noise: drift makes the errors within a window alike.
    /// </remarks>
    public double[] Deviations(double[] values)
    {
        var (hessian, _) = Linearise(values);
        var jackknife = new double[_count];
        var (rest, shift) = (new double[_count, _count], new double[_count]);
        foreach (var reduced in _reduced)
        {
            for (var i = 0; i < _count; i++)
            {
                for (var j = 0; j < _count; j++)
                {
                    rest[i, j] = hessian[i, j] - reduced.Hessian[i, j];
                }
            }

            Factor(rest);
            reduced.Gradient.CopyTo(shift, 0);
            Cholesky.Solve(rest, shift);
            for (var i = 0; i < _count; i++)
            {
                jackknife[i] += shift[i] * shift[i] * (windows.Count - 1) / windows.Count;
            }
        }

        Factor(hessian);
        var inverse = Cholesky.Inverse(hessian);
        return [.. Enumerable.Range(0, _count).Select(i => Math.Sqrt(Math.Max(inverse[i, i], jackknife[i])))];
    }

    /// <summary>
    /// Standard deviation that noise like this would leave of every unknown with every sensitivity taken along the commanded way: what the commands can tell at
    /// best. The fit's own Hessian flatters a robot that was hardly moved: there the start, fitted to noise, makes sensitivities out of nothing.
    /// </summary>
    public double[] DeviationsByCommands(double[] values)
    {
        var (hessian, _) = Linearise(values, byCommands: true);
        Factor(hessian);
        var inverse = Cholesky.Inverse(hessian);
        return [.. Enumerable.Range(0, _count).Select(i => Math.Sqrt(inverse[i, i]))];
    }

    private (double[,] Hessian, double[] Gradient) Linearise(double[] values, bool byCommands = false)
    {
        var (hessian, gradient) = (new double[_count, _count], new double[_count]);
        for (var w = 0; w < windows.Count; w++)
        {
            if (byCommands)
            {
                windows[w].LineariseByCommands(values, noise, _scratch);
            }
            else
            {
                windows[w].Linearise(values, noise, _scratch);
            }

            _reduced[w].Reduce(_scratch.Gram);
            for (var i = 0; i < _count; i++)
            {
                gradient[i] += _reduced[w].Gradient[i];
                for (var j = 0; j < _count; j++)
                {
                    hessian[i, j] += _reduced[w].Hessian[i, j];
                }
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
        var step = Step(values, hessian, gradient, damping);
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

    /// <summary>The damped step. An unknown that stands at its bound and would leave it stays there, and the others step without it.</summary>
    private double[] Step(double[] values, double[,] hessian, double[] gradient, double damping)
    {
        var (damped, wanted) = ((double[,])hessian.Clone(), (double[])gradient.Clone());
        for (var i = 0; i < _count; i++)
        {
            damped[i, i] *= 1d + damping;
        }

        while (true)
        {
            var (factor, step) = ((double[,])damped.Clone(), (double[])wanted.Clone());
            Factor(factor);
            Cholesky.Solve(factor, step);
            var leaving = -1;
            for (var i = 0; i < _count && leaving < 0; i++)
            {
                var (low, high) = (model.Unknowns[i].Low, model.Unknowns[i].High);
                leaving = (values[i] <= low && step[i] < 0d) || (values[i] >= high && step[i] > 0d) ? i : -1;
            }

            if (leaving < 0)
            {
                return step;
            }

            Fix(damped, wanted, leaving);
        }
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
        var deviation = prior[unknown] * model.Unknowns[unknown].Scale;
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
