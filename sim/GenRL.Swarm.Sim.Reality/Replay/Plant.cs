using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;

namespace GenRL.Swarm.Sim.Reality.Replay;

/// <summary>
/// One robot on a floor without walls, moved by the simulator's own dynamics. A delay that is no whole number of control steps is exact too: the step in
/// which the command changes is two steps of the dynamics, which any step size leaves exact.
/// </summary>
internal sealed class Plant
{
    /// <summary>A delay this near to a whole number of control steps, as a part of one, is that number: what single precision makes of 0.2 s.</summary>
    private const double Whole = 1e-4;

    private readonly RobotBody _body;
    private readonly Floor _floor;
    private readonly int _delay;
    private readonly LagCoefficients[] _older = new LagCoefficients[2];
    private readonly LagCoefficients[] _newer = new LagCoefficients[2];
    private readonly bool _split;

    /// <summary><paramref name="body"/> on <paramref name="floor"/>, with the delay <paramref name="delay"/>, seconds, in place of the floor's.</summary>
    public Plant(RobotBody body, Floor floor, double delay)
    {
        (_body, _floor) = (body, floor);
        var steps = delay / PlanShape.StepSeconds;
        _delay = (int)Math.Floor(steps + Whole);
        var part = Math.Max(0d, steps - _delay);
        _split = part > Whole;
        Prepare(_older, part);
        Prepare(_newer, _split ? 1d - part : 1d);
    }

    /// <summary><paramref name="body"/> on <paramref name="floor"/>.</summary>
    public Plant(RobotBody body, Floor floor)
        : this(body, floor, floor.Actuators.Delay)
    {
    }

    /// <summary>
    /// Moves <paramref name="state"/> through the logged commands from step <paramref name="start"/> on, and says after each step what the robot would measure.
    /// </summary>
    /// <param name="log">The segment. Before its first step nothing was commanded.</param>
    /// <param name="start">The step at which <paramref name="state"/> holds.</param>
    /// <param name="state">The state at the start.</param>
    /// <param name="expected">Owned by the caller: entry i is the control point after i + 1 steps.</param>
    public void Run(ReadOnlySpan<FlightStep> log, int start, RobotState state, Span<EgoState> expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (_split)
            {
                Move(_older, Command(log, start + i - _delay - 1), ref state);
            }

            Move(_newer, Command(log, start + i - _delay), ref state);
            expected[i] = ControlPoint.Of(_body, state);
        }
    }

    private Vector2 Command(ReadOnlySpan<FlightStep> log, int step) => step < 0 ? Vector2.Zero : CommandLimit.Apply(log[step].Command, _body.MaxSpeed);

    private void Move(LagCoefficients[] lags, Vector2 command, ref RobotState state)
    {
        if (_body.Kinematics == KinematicsKind.Holonomic)
        {
            var settled = _floor.Actuators.Settled(DeadZone.Apply(command, _floor.Drive.DeadZone));
            HolonomicLag.Step(lags[0], settled, ref state.Position, ref state.Velocity);
        }
        else
        {
            DifferentialDrive.Step(lags[0], lags[1], _body, _floor.Drive, _floor.Actuators.Settled(command), ref state);
        }
    }

    private void Prepare(LagCoefficients[] lags, double part)
    {
        lags[0] = LagCoefficients.Of(_floor.Actuators, part * PlanShape.StepSeconds);
        lags[1] = LagCoefficients.Of(_floor.Actuators, part * PlanShape.StepSeconds / 2);
    }
}
