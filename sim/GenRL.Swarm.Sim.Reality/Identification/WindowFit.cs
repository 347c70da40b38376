using System.Numerics;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>
/// One window of the fit: how far the open-loop simulation lies from the log, and how that changes with the unknowns and with the window's start state. The
/// start is fitted along with the unknowns, from the measured one on: a start taken from one noisy measurement would bias gains and time constant.
/// </summary>
internal sealed class WindowFit
{
    private const double StartNudge = 0.01;
    private const int LeadSteps = 100;

    private readonly IPlantModel _model;
    private readonly RobotBody _body;
    private readonly EgoState _origin;
    private readonly EgoState[] _measured = new EgoState[FlightWindow.Steps];

    /// <summary>The fit of <paramref name="window"/>.</summary>
    public WindowFit(IPlantModel model, RobotBody body, FlightWindow window)
    {
        (_model, _body, Window) = (model, body, window);
        _origin = window.Segment.Steps[window.Start].Measured;
        Start = new double[StartLength(model)];
        for (var i = 0; i < _measured.Length; i++)
        {
            var measured = window.Segment.Steps[window.Start + 1 + i].Measured;
            _measured[i] = measured with { Position = measured.Position - _origin.Position };
        }
    }

    /// <summary>The window.</summary>
    public FlightWindow Window { get; }

    /// <summary>
    /// What is added to the measured start: position x and y, then the model's start numbers; then, where headings are measured, what a compass that drifts
    /// reads too much in this window.
    /// </summary>
    public double[] Start { get; }

    /// <summary>How much the window counts, 0 to 1; less than 1 when it fits far worse than the others.</summary>
    public double Weight { get; set; } = 1d;

    /// <summary>Length of <see cref="Start"/>.</summary>
    public static int StartLength(IPlantModel model) => 2 + model.StartNumbers + (model.Channels > 4 ? 1 : 0);

    /// <summary>
    /// Squared distance between log and simulation per channel, summed over the window: position, velocity, heading, yaw rate (length 4).
    /// </summary>
    public void Squares(double[] values, double[] start, FitScratch scratch, Span<double> squares)
    {
        Simulate(values, start, scratch.Expected);
        squares.Clear();
        for (var i = 0; i < _measured.Length; i++)
        {
            var (m, e) = (_measured[i], scratch.Expected[i]);
            squares[0] += Vector2.DistanceSquared(m.Position, e.Position);
            squares[1] += Vector2.DistanceSquared(m.Velocity, e.Velocity);
            if (_model.Channels > 4)
            {
                var heading = MathF.IEEERemainder(m.Heading - e.Heading - (float)start[^1], MathF.Tau);
                squares[2] += heading * heading;
                squares[3] += (m.YawRate - e.YawRate) * (m.YawRate - e.YawRate);
            }
        }
    }

    /// <summary>Weighted squared distance in units of <paramref name="noise"/>.</summary>
    public double Cost(double[] values, double[] start, NoiseScale noise, FitScratch scratch)
    {
        Span<double> squares = stackalloc double[4];
        Squares(values, start, scratch, squares);
        var cost = squares[0] / (noise.Position * noise.Position) + (squares[1] / (noise.Velocity * noise.Velocity));
        return Weight * (cost + (squares[2] / (noise.Heading * noise.Heading)) + (squares[3] / (noise.YawRate * noise.YawRate)));
    }

    /// <summary>
    /// The Gram matrix of [Jacobian by unknowns | Jacobian by start | residual] in units of <paramref name="noise"/>, times the weight, into
    /// <see cref="FitScratch.Gram"/>.
    /// </summary>
    public void Linearise(double[] values, NoiseScale noise, FitScratch scratch)
    {
        ByUnknowns(values, noise, scratch, Simulate);
        ByStart(values, noise, scratch);
        scratch.FillGram(Weight);
    }

    /// <summary>
    /// As <see cref="Linearise"/>, but along the way on which the commands alone bring the robot: the simulation begins two seconds before the window, so that what
    /// the start's noise does has died away. What this says of an unknown, the robot was made to show.
    /// </summary>
    public void LineariseByCommands(double[] values, NoiseScale noise, FitScratch scratch)
    {
        ByUnknowns(values, noise, scratch, SimulateCommanded);
        ByStart(values, noise, scratch);
        scratch.FillGram(Weight);
    }

    private void ByUnknowns(double[] values, NoiseScale noise, FitScratch scratch, Action<double[], double[], EgoState[]> simulate)
    {
        for (var p = 0; p < _model.Unknowns.Count; p++)
        {
            var (value, unknown) = (values[p], _model.Unknowns[p]);
            var high = value + unknown.Nudge;
            var low = Math.Max(value - unknown.Nudge, unknown.Low);
            values[p] = high;
            simulate(values, Start, scratch.Expected);
            values[p] = low;
            simulate(values, Start, scratch.Other);
            values[p] = value;
            Difference(scratch.Expected, scratch.Other, 1d / (high - low), noise, scratch.Columns[p]);
        }
    }

    private void ByStart(double[] values, NoiseScale noise, FitScratch scratch)
    {
        var (unknowns, channels) = (_model.Unknowns.Count, _model.Channels);
        var last = unknowns + Start.Length;
        Simulate(values, Start, scratch.Expected);
        Difference(scratch.Expected, _measured, -1d, noise, scratch.Columns[last]);
        if (channels > 4)
        {
            Mark(scratch.Columns[last - 1], 4, 1d / noise.Heading);
            for (var i = 4; i < scratch.Columns[last].Length; i += channels)
            {
                scratch.Columns[last][i] -= Start[^1] / noise.Heading;
            }
        }

        // Where the window begins only moves it.
        Mark(scratch.Columns[unknowns], 0, 1d / noise.Position);
        Mark(scratch.Columns[unknowns + 1], 1, 1d / noise.Position);
        for (var s = 2; s < 2 + _model.StartNumbers; s++)
        {
            var start = Start[s];
            Start[s] = start + StartNudge;
            Simulate(values, Start, scratch.Expected);
            Start[s] = start - StartNudge;
            Simulate(values, Start, scratch.Other);
            Start[s] = start;
            Difference(scratch.Expected, scratch.Other, 0.5 / StartNudge, noise, scratch.Columns[unknowns + s]);
        }
    }

    private void Mark(double[] column, int channel, double value)
    {
        Array.Clear(column);
        for (var i = channel; i < column.Length; i += _model.Channels)
        {
            column[i] = value;
        }
    }

    private void Simulate(double[] values, double[] start, EgoState[] expected)
    {
        var plant = _model.ToPlant(values);
        var state = StartState.Of(_body, _model.ToFloor(values).Drive, _origin);
        for (var s = 2; s < 2 + _model.StartNumbers; s++)
        {
            _model.Move(ref state, s - 2, start[s]);
        }

        state.Position += new Vector2((float)start[0], (float)start[1]);
        plant.Run(Window.Segment.Steps, Window.Start, state, expected);
    }

    private void SimulateCommanded(double[] values, double[] start, EgoState[] expected)
    {
        var lead = Math.Min(LeadSteps, Window.Start);
        var from = Window.Segment.Steps[Window.Start - lead].Measured;
        var whole = new EgoState[lead + expected.Length];
        _model.ToPlant(values).Run(Window.Segment.Steps, Window.Start - lead, StartState.Of(_body, _model.ToFloor(values).Drive, from), whole);
        whole.AsSpan(lead).CopyTo(expected);
    }

    private void Difference(EgoState[] left, EgoState[] right, double factor, NoiseScale noise, double[] column)
    {
        var (position, velocity) = (factor / noise.Position, factor / noise.Velocity);
        var next = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var (l, r) = (left[i], right[i]);
            column[next++] = (l.Position.X - r.Position.X) * position;
            column[next++] = (l.Position.Y - r.Position.Y) * position;
            column[next++] = (l.Velocity.X - r.Velocity.X) * velocity;
            column[next++] = (l.Velocity.Y - r.Velocity.Y) * velocity;
            if (_model.Channels > 4)
            {
                column[next++] = MathF.IEEERemainder(l.Heading - r.Heading, MathF.Tau) * factor / noise.Heading;
                column[next++] = (l.YawRate - r.YawRate) * factor / noise.YawRate;
            }
        }
    }
}
