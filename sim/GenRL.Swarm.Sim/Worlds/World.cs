using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>
/// One world of robots: <see cref="Step"/> moves them by one control step, <see cref="Sense"/> says what one of them measures. Walls and static
/// discs stop a robot; robots pass through each other, which the referee records as a collision. Everything random follows from the seed.
/// Not thread-safe. Stepping and sensing allocate nothing.
/// </summary>
public sealed class World
{
    private readonly RobotBody[] _bodies;
    private readonly RobotState[] _states;
    private readonly bool[] _touched;
    private readonly LagCoefficients[] _lags = new LagCoefficients[2];
    private readonly CommandDelay _commands;
    private readonly Obstacles _obstacles;
    private readonly Senses _senses;
    private Floor _floor;
    private int _delay;

    /// <summary>A world whose robots all stand at the origin, until <see cref="Reset"/> places them.</summary>
    /// <param name="description">What stands still in it.</param>
    /// <param name="floor">What the ground does.</param>
    /// <param name="sensors">What every robot senses.</param>
    /// <param name="robots">The robots; the index is the robot's number.</param>
    /// <exception cref="ArgumentException">A number makes no sense; the message names it.</exception>
    public World(WorldDescription description, Floor floor, SensorSuite sensors, IReadOnlyList<RobotBody> robots)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(robots);
        ArgumentOutOfRangeException.ThrowIfZero(robots.Count, nameof(robots));
        Description = description;
        _bodies = [.. robots];
        _states = new RobotState[_bodies.Length];
        _touched = new bool[_bodies.Length];
        _commands = new CommandDelay(_bodies.Length);
        _obstacles = new Obstacles(description);
        _senses = new Senses(sensors, _bodies, _obstacles);
        _floor = floor;
        Floor = floor;
    }

    /// <summary>What stands still in the world.</summary>
    public WorldDescription Description { get; }

    /// <summary>Number of robots.</summary>
    public int Robots => _bodies.Length;

    /// <summary>Control steps since the reset.</summary>
    public long StepCount { get; private set; }

    /// <summary>Time since the reset.</summary>
    public Stamp Now => ControlSteps.Stamp(StepCount);

    /// <summary>The floor; a new one takes effect at the next step, commands on their way keep their place in the queue.</summary>
    public Floor Floor
    {
        get => _floor;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _floor = value.Checked(CommandDelay.Capacity - 1);
            _delay = Floor.DelaySteps(value.Actuators);
            _lags[0] = LagCoefficients.Of(value.Actuators, PlanShape.StepSeconds);
            _lags[1] = LagCoefficients.Of(value.Actuators, PlanShape.StepSeconds * 0.5);
        }
    }

    /// <summary>Robot <paramref name="robot"/>'s body.</summary>
    public RobotBody Body(int robot) => _bodies[robot];

    /// <summary>True position of robot <paramref name="robot"/>'s centre, metres.</summary>
    public Vector2 Centre(int robot) => _states[robot].Position;

    /// <summary>Whether the robot was stopped by a wall or a static disc in the last step.</summary>
    public bool Touched(int robot) => _touched[robot];

    /// <summary>What robot <paramref name="robot"/> would measure of itself without noise; position and velocity are the control point's.</summary>
    public EgoState Truth(int robot) => ControlPoint.Of(_bodies[robot], _states[robot]);

    /// <summary>Places every robot at rest, forgets all commands and restarts every random stream.</summary>
    /// <param name="seed">Everything random in the world follows from it.</param>
    /// <param name="places">Where each robot's control point is, metres, [Robots].</param>
    /// <remarks>Headings of differential drives are drawn from the seed.</remarks>
    public void Reset(ulong seed, ReadOnlySpan<Vector2> places)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(places.Length, Robots, nameof(places));
        for (var i = 0; i < Robots; i++)
        {
            _states[i] = new RobotState { Position = places[i] };
            if (_bodies[i].Kinematics == KinematicsKind.DifferentialDrive)
            {
                var heading = new RandomStream(seed, i, (int)Purpose.Headings).NextSingle(-MathF.PI, MathF.PI);
                var (sin, cos) = MathF.SinCos(heading);
                _states[i].Heading = heading;
                _states[i].Position -= new Vector2(cos, sin) * _bodies[i].ControlPointOffset;
            }
        }

        Array.Clear(_touched);
        _commands.Clear();
        _senses.Restart(seed);
        StepCount = 0;
    }

    /// <summary>Moves every robot by one control step (20 ms).</summary>
    /// <param name="commands">Planar velocity of each control point, metres per second, world axes, [Robots]; too long a one is shortened, one that is not
    /// finite brakes.</param>
    public void Step(ReadOnlySpan<Vector2> commands)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(commands.Length, Robots, nameof(commands));
        var incoming = _commands.Incoming();
        for (var i = 0; i < incoming.Length; i++)
        {
            incoming[i] = CommandLimit.Apply(commands[i], _bodies[i].MaxSpeed);
        }

        var outgoing = _commands.Outgoing(_delay);
        for (var i = 0; i < _states.Length; i++)
        {
            Move(i, outgoing[i]);
        }

        _commands.Advance();
        StepCount++;
    }

    /// <summary>Fills <paramref name="frame"/> with what robot <paramref name="robot"/> measures now. Every call draws new noise.</summary>
    /// <param name="robot">The robot's number.</param>
    /// <param name="frame">Owned by the caller; overwritten.</param>
    public void Sense(int robot, SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Stamp = Now;
        frame.Ego = _senses.Odometry(robot, Truth(robot), _floor);
        _senses.Lidar(robot, _states, frame);
        _senses.Neighbours(robot, _states, frame);
    }

    private void Move(int robot, Vector2 command)
    {
        ref var state = ref _states[robot];
        var body = _bodies[robot];
        var (actuators, drive) = (_floor.Actuators, _floor.Drive);
        if (body.Kinematics == KinematicsKind.Holonomic)
        {
            var settled = actuators.Settled(DeadZone.Apply(command, drive.DeadZone));
            HolonomicLag.Step(_lags[0], settled, ref state.Position, ref state.Velocity);
            _touched[robot] = _obstacles.Stop(body.Radius, ref state.Position, ref state.Velocity);
            return;
        }

        DifferentialDrive.Step(_lags[0], _lags[1], body, drive, actuators.Settled(command), ref state);
        _touched[robot] = _obstacles.Stop(body.Radius, ref state.Position, ref state.Velocity);
        if (_touched[robot])
        {
            // The wheels cannot turn further into the wall than the body moves: both lose what the wall took.
            var (sin, cos) = MathF.SinCos(state.Heading);
            var lost = ((state.Left + state.Right) * 0.5f) - Vector2.Dot(state.Velocity, new Vector2(cos, sin));
            state.Left -= lost;
            state.Right -= lost;
            state.Velocity = new Vector2(cos, sin) * ((state.Left + state.Right) * 0.5f);
        }
    }
}
