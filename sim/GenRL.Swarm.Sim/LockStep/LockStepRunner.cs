using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Communication;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.LockStep;

/// <summary>
/// Flies brains as fast as they go: sense -> hear -> step -> (every fifth step) tick and tell -> move -> judge. All robots sense the same
/// instant, and what one tells at a step is heard at the next one at the earliest. An episode is a pure function of (options, brains, seed). Not thread-safe: one
/// runner per thread.
/// </summary>
public sealed class LockStepRunner
{
    private readonly EpisodeOptions _options;
    private readonly IRobotBrain[] _brains;
    private readonly World _world;
    private readonly Radio _radio;
    private readonly Referee _referee;
    private readonly SensorFrame[] _frames;
    private readonly Vector2[] _places;
    private readonly Vector2[] _commands;
    private readonly byte[] _bytes = new byte[Radio.MaxFrame];

    /// <summary>A runner of episodes.</summary>
    /// <param name="options">What to fly in.</param>
    /// <param name="brains">One per robot; used again in every episode.</param>
    /// <exception cref="ArgumentException">The counts differ, or a number makes no sense; the message names it.</exception>
    public LockStepRunner(EpisodeOptions options, IReadOnlyList<IRobotBrain> brains)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(brains);
        ArgumentOutOfRangeException.ThrowIfNotEqual(brains.Count, options.Robots, nameof(brains));
        RequireStrength(options.Randomisation, nameof(options));
        _options = options;
        _brains = [.. brains];
        _world = new World(options.Scenario.Describe(options.Robots), options.Floor, options.Sensors, [.. Enumerable.Repeat(options.Body, options.Robots)]);
        _radio = new Radio(options.Robots, options.Radio, 0);
        _referee = new Referee(_world);
        _frames = [.. Enumerable.Range(0, options.Robots).Select(_ => new SensorFrame())];
        _places = new Vector2[options.Robots];
        _commands = new Vector2[options.Robots];
    }

    /// <summary>Called after every control step with the world as it then is; for records and pictures.</summary>
    public Action<World, Referee>? Stepped { get; set; }

    /// <summary>Flies one episode to its end.</summary>
    /// <param name="seed">Starts, goals, noise, losses and the brains' own streams follow from it.</param>
    /// <param name="cancel">Ends the episode early, by an exception.</param>
    public EpisodeStatistics Fly(ulong seed, CancellationToken cancel = default) => Fly(seed, _options.Randomisation, cancel);

    /// <summary>Flies one episode with the floor varied by <paramref name="randomisation"/>, 0 to 1, as a curriculum grows it.</summary>
    /// <param name="seed">As above.</param>
    /// <param name="randomisation">Takes the place of <see cref="EpisodeOptions.Randomisation"/>.</param>
    /// <param name="cancel">Ends the episode early, by an exception.</param>
    public EpisodeStatistics Fly(ulong seed, float randomisation, CancellationToken cancel = default)
    {
        RequireStrength(randomisation, nameof(randomisation));
        Begin(seed, randomisation);
        while (!IsOver())
        {
            cancel.ThrowIfCancellationRequested();
            Step();
        }

        return Conclude(seed);
    }

    private static void RequireStrength(float strength, string name)
    {
        if (strength is not (>= 0f and <= 1f))
        {
            throw new ArgumentOutOfRangeException(name, strength, "Randomisation must lie between 0 and 1");
        }
    }

    private void Begin(ulong seed, float randomisation)
    {
        var random = new RandomStream(seed, -1, (int)Purpose.DomainRandomisation);
        _world.Floor = _options.Domain.Draw(_options.Floor, randomisation, random);
        _options.Scenario.Places(seed, 0, _places);
        _world.Reset(seed, _places);
        _radio.Reset(seed);
        _options.Scenario.Places(seed, 1, _places);
        _referee.Start(0, _places);
        for (var i = 0; i < _brains.Length; i++)
        {
            _brains[i].Begin(new RobotId((ushort)i), new RandomStream(seed, i, (int)Purpose.Brain).NextUInt64());
            _brains[i].Assign(new GoalAssignment(0, _places[i], true));
        }
    }

    private bool IsOver() =>
        _referee.Seconds >= _options.LimitSeconds
        || _referee.Seconds - _referee.SecondsToGoal >= _options.SettleSeconds
        || (_referee.AnyCollision && _options.EndOnCollision);

    private void Step()
    {
        var now = _world.Now;
        for (var i = 0; i < _brains.Length; i++)
        {
            _world.Sense(i, _frames[i]);
            while (_radio.TryHear(i, now, _bytes, out var length))
            {
                _brains[i].Hear(_bytes.AsSpan(0, length), now);
            }

            _commands[i] = _brains[i].Step(_frames[i], now);
        }

        if (_world.StepCount % PlanShape.StepsPerTick == 0)
        {
            Tick(now);
        }

        _world.Step(_commands);
        _referee.Judge();
        Stepped?.Invoke(_world, _referee);
    }

    private void Tick(Stamp now)
    {
        for (var i = 0; i < _brains.Length; i++)
        {
            var length = _brains[i].Tick(_frames[i], now, _bytes);
            if (length > 0)
            {
                _radio.Broadcast(i, _bytes.AsSpan(0, length), now);
            }
        }
    }

    private EpisodeStatistics Conclude(ulong seed)
    {
        var mission = _referee.Result();
        return new EpisodeStatistics(
            seed, mission, mission.SecondsToGoal ?? _options.LimitSeconds, _brains.Sum(brain => brain.Interventions),
            _world.StepCount * _brains.Length, _radio.Offered, _radio.Lost);
    }
}
