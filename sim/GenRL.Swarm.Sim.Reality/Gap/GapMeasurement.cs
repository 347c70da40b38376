using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>
/// Measures G_k = RMSE_k(open-loop replay of the logged commands) / RMSE_k(constant velocity) over windows of a log (agent notes, section 9). Both begin at the
/// measured state, so that the noise of one measurement is the least that either can be off by.
/// </summary>
public static class GapMeasurement
{
    private const int Ticks = FlightWindow.Steps / PlanShape.StepsPerTick;
    private const int Stride = 25;
    private const int WindowsPerBlock = 8;
    private const int FewestBlocks = 6;
    private const int Resamples = 1000;
    private const int Traces = 10;
    private static readonly int[] Reported = [5, 10, 20];

    /// <summary>Measures the gap of <paramref name="floor"/> to <paramref name="flights"/>.</summary>
    /// <param name="flights">The logs; each is replayed with its own body.</param>
    /// <param name="floor">The simulator's floor.</param>
    /// <param name="seed">The intervals' resampling follows from it.</param>
    /// <exception cref="FlightLogException">No log holds 2.5 s without a gap, or none of the robots moved.</exception>
    public static GapReport Measure(IReadOnlyList<Flight> flights, Floor floor, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(flights);
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentOutOfRangeException.ThrowIfZero(flights.Count, nameof(flights));
        var errors = new List<WindowErrors>();
        var traces = new List<GapTrace>();
        foreach (var flight in flights)
        {
            var plant = new Plant(flight.Body, floor);
            var windows = FlightWindow.Cut(flight.Segments, Stride);
            for (var i = 0; i < windows.Count; i++)
            {
                var trace = Replay(flight, floor, plant, windows[i]);
                errors.Add(WindowErrors.Of(trace, windows[i].Segment.Steps[windows[i].Start].Measured.Velocity));
                if (traces.Count < Traces && i % (FlightWindow.Steps / Stride) == 0 && ReferenceEquals(flight, flights[0]))
                {
                    traces.Add(trace);
                }
            }
        }

        if (errors.Count == 0)
        {
            throw new FlightLogException(flights[0].Name, "/step", "holds no window of 2.5 s without a gap");
        }

        if (errors.TrueForAll(error => !error.Moved))
        {
            throw new FlightLogException(flights[0].Name, "sensors.ego.position", "the robot never moved: there is nothing to foretell");
        }

        var all = WindowErrors.Sum(errors);
        return new GapReport(
            [.. Reported.Select(ticks => Row(ticks, all, errors.Count, Interval(errors, ticks, seed)))],
            [.. Enumerable.Range(1, Ticks).Select(ticks => Row(ticks, all, errors.Count, null))], errors.Count, traces);
    }

    private static GapTrace Replay(Flight flight, Floor floor, Plant plant, FlightWindow window)
    {
        var steps = window.Segment.Steps;
        var start = steps[window.Start].Measured;
        var expected = new EgoState[FlightWindow.Steps];
        plant.Run(steps, window.Start, StartState.Of(flight.Body, floor.Drive, start), expected);
        return new GapTrace(
            [.. Enumerable.Range(0, FlightWindow.Steps + 1).Select(i => steps[window.Start + i].Measured.Position)],
            [start.Position, .. expected.Select(state => state.Position + start.Position)]);
    }

    private static GapRow Row(int ticks, WindowErrors sum, int count, ValueRange? interval) =>
        new(ticks, Math.Sqrt(sum.Simulated[ticks - 1] / count), Math.Sqrt(sum.Constant[ticks - 1] / count), interval);

    /// <summary>Bootstrap over blocks of 4 s of windows (Kuensch 1989): windows that overlap are not independent.</summary>
    private static ValueRange? Interval(List<WindowErrors> errors, int ticks, ulong seed)
    {
        WindowErrors[] blocks = [.. errors.Chunk(WindowsPerBlock).Select(WindowErrors.Sum)];
        if (blocks.Length < FewestBlocks)
        {
            return null;
        }

        var random = new RandomStream(seed, -1, (int)Purpose.GapIntervals);
        var ratios = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var (simulated, constant) = (0d, 0d);
            for (var b = 0; b < blocks.Length; b++)
            {
                var block = blocks[random.NextInt32(blocks.Length)];
                simulated += block.Simulated[ticks - 1];
                constant += block.Constant[ticks - 1];
            }

            ratios[r] = Math.Sqrt(simulated / constant);
        }

        Array.Sort(ratios);
        return new ValueRange((float)ratios[(int)(0.025 * Resamples)], (float)ratios[(int)(0.975 * Resamples)]);
    }

    /// <summary>Squared position errors of a window, or sums of them, one per tick ahead, square metres.</summary>
    private sealed record WindowErrors(double[] Simulated, double[] Constant, bool Moved)
    {
        /// <summary>A robot that went less far, metres, stood.</summary>
        private const float Standing = 0.05f;

        public static WindowErrors Of(GapTrace trace, Vector2 velocity)
        {
            var errors = new WindowErrors(new double[Ticks], new double[Ticks], trace.Logged.Any(place => Vector2.Distance(place, trace.Logged[0]) > Standing));
            for (var tick = 1; tick <= Ticks; tick++)
            {
                var step = tick * PlanShape.StepsPerTick;
                var foretold = trace.Logged[0] + (velocity * (tick * PlanShape.TickSeconds));
                errors.Simulated[tick - 1] = Vector2.DistanceSquared(trace.Logged[step], trace.Simulated[step]);
                errors.Constant[tick - 1] = Vector2.DistanceSquared(trace.Logged[step], foretold);
            }

            return errors;
        }

        public static WindowErrors Sum(IReadOnlyList<WindowErrors> errors) => new(
            [.. Enumerable.Range(0, Ticks).Select(tick => errors.Sum(error => error.Simulated[tick]))],
            [.. Enumerable.Range(0, Ticks).Select(tick => errors.Sum(error => error.Constant[tick]))], errors.Any(error => error.Moved));
    }
}
