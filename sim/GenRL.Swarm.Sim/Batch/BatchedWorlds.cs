using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Batch;

/// <summary>
/// Many worlds of holonomic robots in lock step, for learning. The same arithmetic as <see cref="World"/>, bit for bit; no world's result depends
/// on another's. A step allocates nothing.
/// </summary>
internal sealed class BatchedWorlds : IBatchedWorlds
{
    private readonly Floor _floor;
    private readonly float _randomisation;
    private readonly IScenario[] _scenarios;
    private readonly Obstacles[] _obstacles;
    private readonly Floor[] _floors;
    private readonly LagCoefficients[] _lags;
    private readonly int[] _delays;
    private readonly CommandDelay _commands;
    private readonly RayFan _fan = new(PlanShape.LidarSectors);
    private readonly Vector2[] _positions;
    private readonly Vector2[] _velocities;
    private readonly Vector2[] _goals;
    private readonly bool[] _collided;
    private readonly float[] _ranges;

    public BatchedWorlds(int worlds, int robots, Floor floor, IScenario[] scenarios, float randomisation)
    {
        (Worlds, Robots, _floor, _scenarios, _randomisation) = (worlds, robots, floor, scenarios, randomisation);
        _obstacles = [.. scenarios.Select(scenario => new Obstacles(scenario.Describe(robots)))];
        _floors = new Floor[worlds];
        _lags = new LagCoefficients[worlds];
        _delays = new int[worlds];
        _commands = new CommandDelay(worlds * robots);
        _positions = new Vector2[worlds * robots];
        _velocities = new Vector2[worlds * robots];
        _goals = new Vector2[worlds * robots];
        _collided = new bool[worlds * robots];
        _ranges = new float[worlds * robots * PlanShape.LidarSectors];
        Reset(0);
    }

    public int Worlds { get; }

    public int Robots { get; }

    public ReadOnlySpan<Vector2> Positions => _positions;

    public ReadOnlySpan<Vector2> Velocities => _velocities;

    public ReadOnlySpan<Vector2> Goals => _goals;

    public ReadOnlySpan<bool> Collided => _collided;

    public ReadOnlySpan<float> Ranges => _ranges;

    public float MaxRange => SensorSuite.Default.LidarRange;

    /// <summary>The robot that learning flies.</summary>
    internal static RobotBody Body => RobotBody.Holonomic;

    /// <summary>The seed from which all of world <paramref name="world"/> follows.</summary>
    internal static ulong WorldSeed(ulong seed, int world) => new RandomStream(seed, world, (int)Purpose.WorldSeed).NextUInt64();

    /// <summary>The floor that world <paramref name="world"/> drew at the last reset.</summary>
    internal Floor FloorOf(int world) => _floors[world];

    public void Reset(ulong seed)
    {
        for (var w = 0; w < Worlds; w++)
        {
            var worldSeed = WorldSeed(seed, w);
            var random = new RandomStream(worldSeed, -1, (int)Purpose.DomainRandomisation);
            _floors[w] = DomainRandomisation.Default.Draw(_floor, _randomisation, random);
            _lags[w] = LagCoefficients.Of(_floors[w].Actuators, PlanShape.StepSeconds);
            _delays[w] = Floor.DelaySteps(_floors[w].Actuators);
            var scenario = _scenarios[w % _scenarios.Length];
            scenario.Places(worldSeed, 0, _positions.AsSpan(w * Robots, Robots));
            scenario.Places(worldSeed, 1, _goals.AsSpan(w * Robots, Robots));
        }

        Array.Clear(_velocities);
        Array.Clear(_collided);
        _commands.Clear();
        Sense();
    }

    public void Step(ReadOnlySpan<Vector2> commands)
    {
        if (commands.Length != _positions.Length)
        {
            throw new ArgumentException($"{commands.Length} commands for {_positions.Length} robots", nameof(commands));
        }

        for (var step = 0; step < PlanShape.StepsPerTick; step++)
        {
            var incoming = _commands.Incoming();
            for (var i = 0; i < incoming.Length; i++)
            {
                incoming[i] = CommandLimit.Apply(commands[i], Body.MaxSpeed);
            }

            for (var w = 0; w < Worlds; w++)
            {
                Move(w);
                Judge(w * Robots);
            }

            _commands.Advance();
        }

        Sense();
    }

    private void Move(int world)
    {
        ref readonly var lag = ref _lags[world];
        var actuators = _floors[world].Actuators;
        var deadZone = _floors[world].Drive.DeadZone;
        var obstacles = _obstacles[world % _obstacles.Length];
        var commands = _commands.Outgoing(_delays[world]);
        for (var i = world * Robots; i < (world + 1) * Robots; i++)
        {
            HolonomicLag.Step(lag, actuators.Settled(DeadZone.Apply(commands[i], deadZone)), ref _positions[i], ref _velocities[i]);
            _collided[i] |= obstacles.Stop(Body.Radius, ref _positions[i], ref _velocities[i]);
        }
    }

    private void Judge(int first)
    {
        var positions = _positions.AsSpan(first, Robots);
        var collided = _collided.AsSpan(first, Robots);
        var contact = Body.Radius + Body.Radius;
        for (var i = 1; i < positions.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Vector2.DistanceSquared(positions[i], positions[j]) < contact * contact)
                {
                    collided[i] = collided[j] = true;
                }
            }
        }
    }

    private void Sense()
    {
        Array.Fill(_ranges, MaxRange);
        for (var i = 0; i < _positions.Length; i++)
        {
            var ranges = _ranges.AsSpan(i * PlanShape.LidarSectors, PlanShape.LidarSectors);
            _obstacles[i / Robots % _obstacles.Length].Cast(_positions[i], _fan, ranges, MaxRange);
        }
    }
}
