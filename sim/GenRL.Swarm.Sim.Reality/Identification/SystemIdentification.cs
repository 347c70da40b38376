using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>
/// Identifies a robot and its floor from logs: the numbers with which the simulator, run open loop on the logged commands for 2 s at a time, comes
/// nearest to what the robot measured. cut -> search the delay by grid -> fit all -> weigh -> fit again -> intervals -> ranges.
/// </summary>
/// <remarks>
/// Differs from learning's <c>FloorIdentification</c>, a linear regression of one tick on the next for holonomic robots: that one takes milliseconds and feeds
/// the shield; this one fits what is not linear (dead zone, wheels, a delay between two steps), judges 2 s ahead as a plan does, and says how sure it is.
/// </remarks>
public static class SystemIdentification
{
    private const int GridWindows = 12;
    private const int GridStep = 3;
    private const int GridIterations = 4;
    private const int Iterations = 30;
    private const int Rounds = 3;

    /// <summary>A window whose error is this many times the usual counts less, one far beyond it nothing.</summary>
    private const double Unusual = 2d;

    /// <summary>Training draws from intervals this much wider: one log is not every day.</summary>
    private const double Widening = 1.5;

    /// <summary>The prior of what the log tells, in scales: so wide that it weighs nothing against seconds of motion.</summary>
    private const double WidePrior = 3d;

    /// <summary>The prior of what it does not tell: nominal, as far as the log does not contradict.</summary>
    private const double NarrowPrior = 0.01;

    /// <summary>A robot that went less far than this in every window, metres, stood.</summary>
    private const float Standing = 0.05f;

    /// <summary>Identifies the robot that flew <paramref name="flights"/>, which are all of one robot on one floor.</summary>
    /// <exception cref="FlightLogException">There are too few windows.</exception>
    public static IdentificationResult Identify(IReadOnlyList<Flight> flights)
    {
        ArgumentNullException.ThrowIfNull(flights);
        ArgumentOutOfRangeException.ThrowIfZero(flights.Count, nameof(flights));
        var body = flights[0].Body;
        IPlantModel model = body.Kinematics == KinematicsKind.Holonomic ? new HolonomicModel(body) : new WheeledModel(body);
        WindowFit[] windows = [.. flights.SelectMany(flight => FlightWindow.Cut(flight.Segments, FlightWindow.Steps)).Select(window => new WindowFit(model, body, window))];
        var needed = model.Unknowns.Count + 3;
        if (windows.Length < needed)
        {
            throw new FlightLogException(flights[0].Name, "/step", $"holds {windows.Length} windows of 2 s without a gap; {needed} are needed");
        }

        if (Array.TrueForAll(windows, Stood))
        {
            return Nothing(model, body, windows.Length, $"the robot never moved: less than {Standing} m in every window of 2 s");
        }

        var values = SearchDelay(model, windows);
        var noise = NoiseScale.Guess;
        for (var round = 0; round < Rounds; round++)
        {
            new WindowSolver(model, windows, noise, Prior(model, WidePrior)).Solve(values, freeDelay: true, Iterations);
            noise = Weigh(model, windows, values);
        }

        return Conclude(model, body, windows, values, noise);
    }

    private static bool Stood(WindowFit fit)
    {
        var steps = fit.Window.Segment.Steps.AsSpan(fit.Window.Start, FlightWindow.Steps);
        foreach (ref readonly var step in steps)
        {
            if (Vector2.Distance(step.Measured.Position, steps[0].Measured.Position) > Standing)
            {
                return false;
            }
        }

        return true;
    }

    private static double[] SearchDelay(IPlantModel model, WindowFit[] windows)
    {
        var every = Math.Max(1, windows.Length / GridWindows);
        WindowFit[] few = [.. windows.Where((_, i) => i % every == 0)];
        double[]? best = null;
        var lowest = double.PositiveInfinity;
        for (var delay = 0; delay <= FlightWindow.LongestDelay; delay += GridStep)
        {
            double[] values = [.. model.Unknowns.Select(unknown => unknown.Nominal)];
            values[model.Delay] = delay * 0.02;
            Array.ForEach(few, window => Array.Clear(window.Start));
            var cost = new WindowSolver(model, few, NoiseScale.Guess, Prior(model, WidePrior)).Solve(values, freeDelay: false, GridIterations);
            (best, lowest) = cost < lowest ? (values, cost) : (best, lowest);
        }

        Array.ForEach(few, window => Array.Clear(window.Start));
        return best!;
    }

    /// <summary>The noise of the usual window, and each window's weight by it.</summary>
    private static NoiseScale Weigh(IPlantModel model, WindowFit[] windows, double[] values)
    {
        var scratch = new FitScratch(model);
        var squares = new double[windows.Length][];
        for (var w = 0; w < windows.Length; w++)
        {
            squares[w] = new double[4];
            windows[w].Squares(values, windows[w].Start, scratch, squares[w]);
        }

        var noise = NoiseScale.Of([.. Enumerable.Range(0, 4).Select(kind => Median(squares.Select(square => square[kind])) / FlightWindow.Steps)]);
        foreach (var window in windows)
        {
            window.Weight = 1d;
            var error = Math.Sqrt(window.Cost(values, window.Start, noise, scratch) / (FlightWindow.Steps * model.Channels));
            window.Weight = Math.Min(1d, Math.Pow(Unusual / error, 4));
        }

        return noise;
    }

    private static IdentificationResult Conclude(IPlantModel model, RobotBody body, WindowFit[] windows, double[] values, NoiseScale noise)
    {
        var prior = Prior(model, WidePrior);
        var (open, fitted) = (prior, prior);
        var told = false;
        while (!told)
        {
            // What is not told is pulled to its nominal value; there, something else may turn out not to be told either: a drive that went straight tells its wheel
            // base only as long as its wheels are thought to differ. At most once per unknown.
            new WindowSolver(model, windows, noise, prior).Solve(values, freeDelay: true, Iterations);
            var solver = new WindowSolver(model, windows, noise, Prior(model, WidePrior));
            var factor = StudentFactor(windows.Length - values.Length);
            fitted = [.. solver.Deviations(values).Select(deviation => factor * deviation)];
            open = [.. solver.DeviationsByCommands(values).Zip(fitted, (deviation, half) => Math.Max(factor * deviation, half))];
            told = true;
            for (var i = 0; i < prior.Length; i++)
            {
                var untold = open[i] > model.Unknowns[i].Scale;
                told &= !untold || prior[i] == NarrowPrior;
                prior[i] = untold ? NarrowPrior : prior[i];
            }
        }

        IdentifiedParameter[] parameters = [.. model.Unknowns.Select((unknown, i) => Judge(unknown, values[i], prior[i] == NarrowPrior, open[i], fitted[i]))];
        var floor = model.ToFloor(values) with { PositionNoise = (float)noise.Position, VelocityNoise = (float)noise.Velocity };
        var outliers = windows.Count(window => window.Weight < 1d);
        return new IdentificationResult(body.Kinematics, parameters, floor, model.ToRange([.. parameters.Select(p => p.Range)]), noise, windows.Length, outliers);
    }

    private static double[] Prior(IPlantModel model, double scales) => [.. model.Unknowns.Select(_ => scales)];

    private static IdentifiedParameter Judge(Unknown unknown, double value, bool untold, double open, double half)
    {
        if (untold)
        {
            return new IdentifiedParameter(unknown.Name, null, null, null, $"the log leaves +-{open:G2} open, more than +-{unknown.Scale:G2}");
        }

        return new IdentifiedParameter(unknown.Name, value, Within(half), Within(Widening * half), null);

        ValueRange Within(double width) => new((float)Math.Max(unknown.Low, value - width), (float)Math.Min(unknown.High, value + width));
    }

    private static IdentificationResult Nothing(IPlantModel model, RobotBody body, int windows, string reason)
    {
        double[] nominal = [.. model.Unknowns.Select(unknown => unknown.Nominal)];
        IdentifiedParameter[] parameters = [.. model.Unknowns.Select(unknown => new IdentifiedParameter(unknown.Name, null, null, null, reason))];
        return new IdentificationResult(body.Kinematics, parameters, model.ToFloor(nominal), new FloorRange(), NoiseScale.Guess, windows, 0);
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The 97.5 % point of Student's t with <paramref name="freedom"/> degrees of freedom (Cornish-Fisher, good to 0.01 from 3 on).</summary>
    private static double StudentFactor(int freedom) => 1.960 + (2.372 / freedom) + (2.822 / freedom / freedom) + (2.56 / freedom / freedom / freedom);
}
