using System.Collections.Immutable;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Two teams of units fight until one has nobody left: SMAX, the small model of the StarCraft Multi-Agent Challenge (JaxMARL, arXiv 2311.10090), with
/// SMACv2's partial observability (arXiv 2212.07489) as options. A step is some ticks of: fire -> move -> let shots fall -> cull at the edges -> push
/// apart. State in float32, as theirs.
/// </summary>
public sealed class SkirmishWorld : IWorld
{
    private readonly SkirmishOptions _options;
    private readonly Units _units;
    private readonly Orders _orders;
    private readonly Attacks _attacks;
    private readonly Collisions _collisions;
    private readonly Sight _sight;
    private readonly Cone _cone;
    private readonly Rewards _rewards;
    private readonly UnitFeatures _features;
    private readonly OwnFeatures _own;
    private readonly IObserver _observer;
    private readonly HeuristicPolicy _opponent;
    private readonly Teams _teams;
    private readonly Starts _starts;
    private readonly int _driven;
    private RandomStream _random = new(0, 0, 0);
    private int _steps;

    /// <summary>A world by these rules.</summary>
    /// <exception cref="ScenarioException">The options make no skirmish; the message names the field.</exception>
    public SkirmishWorld(SkirmishOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _units = new Units(options);
        _driven = options.Control == Control.Both ? _units.Count : _units.Allies;
        _cone = new Cone(options.Looks);
        _orders = new Orders(options, _cone);
        _attacks = new Attacks(options, _cone, _units.Padded);
        _collisions = new Collisions(_units.Padded);
        _sight = new Sight(options, _cone, _units, _driven);
        _rewards = new Rewards(options, _units.Count);
        _features = new UnitFeatures(options, _units.Count);
        _own = new OwnFeatures(options);
        _observer = options.Layout == ObservationLayout.Sections ? new SectionList(options) : new UnitList(options);
        _opponent = new HeuristicPolicy(options, 1);
        _teams = new Teams(options);
        _starts = new Starts(options);
        Actions = [.. Enumerable.Range(0, _driven).Select(ActionsOf)];
        ObservationSizes = [.. Enumerable.Repeat(_observer.Size + _own.Size, _driven)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>The units.</summary>
    internal Units Units => _units;

    /// <summary>What gives the units their orders.</summary>
    internal Orders Orders => _orders;

    /// <summary>Steps since the start of the episode.</summary>
    internal int Steps => _steps;

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
        _steps = 0;
        _teams.Assign(_units, random);
        _units.Refresh();
        _starts.Place(_units, random);
        _collisions.Separate(_units);
        _opponent.Reset();
        _sight.Reset(_units, random);
        _sight.Spot(_units, random);
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        if (_options.Control == Control.Allies)
        {
            _opponent.Command(_units, _orders, _random);
        }

        Order(actions);
        return Play(rewards);
    }

    /// <inheritdoc/>
    public void Observe(Span<float> observations)
    {
        _features.Describe(_units);
        var size = _observer.Size + _own.Size;
        for (var i = 0; i < _driven; i++)
        {
            var seen = observations.Slice(i * size, size);
            if (_units.Health[i] > 0f)
            {
                _observer.Observe(_units, i, _sight, _features, seen[.._observer.Size]);
                _own.Write(_units, i, seen[_observer.Size..]);
            }
            else
            {
                seen.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(ref _steps);
        _units.Move(ref snapshot);
        _opponent.Move(ref snapshot);
        _sight.Move(ref snapshot);
    }

    /// <inheritdoc/>
    public void Draw(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        SkirmishPicture.Draw(scene, _options, _units, _driven);
    }

    /// <summary>Which choices would do something now: moves and looks of the living, attacks on who is alive and can be hit; the stop always.</summary>
    /// <param name="available">Written; agent by agent, one per choice.</param>
    public void AvailableActions(Span<bool> available)
    {
        for (var i = 0; i < _driven; i++)
        {
            var team = i < _units.Allies ? 0 : 1;
            var alive = _units.Health[i] > 0f;
            var choices = available[.._orders.Choices(team)];
            choices[.._options.FirstAttack].Fill(alive);
            choices[Orders.Stop] = true;
            for (var choice = _options.FirstAttack; choice < choices.Length; choice++)
            {
                var target = _units.Target(team, choice - _options.FirstAttack);
                choices[choice] = alive && _units.Health[target] > 0f && Attacks.Hits(_units, i, target)
                    && (_options.View == FieldOfView.Circle || _cone.Holds(_units, i, target));
            }

            available = available[choices.Length..];
        }
    }

    /// <summary>Gives the agents' orders.</summary>
    internal void Order(ReadOnlySpan<float> actions)
    {
        for (var i = 0; i < _driven; i++)
        {
            if (_options.Coding == ActionCoding.Discrete)
            {
                _orders.Give(_units, i, actions[i]);
            }
            else
            {
                _orders.Give(_units, i, actions.Slice(i * Orders.Numbers, Orders.Numbers), _random);
            }
        }
    }

    /// <summary>Plays the orders out for a step.</summary>
    internal EpisodeEnd Play(Span<float> rewards)
    {
        _rewards.Begin(_units);
        _attacks.Aim(_units);
        var coneEnd = _options.View == FieldOfView.Cone ? _driven : 0;
        for (var tick = 0; tick < _options.TicksPerStep; tick++)
        {
            _attacks.Fire(_units, coneEnd, _random);
            Movement.Advance(_units, _options.Width, _options.Height);
            _attacks.Fall(_units);
            if (_options.EdgesKill)
            {
                Movement.Cull(_units, _options.Width, _options.Height);
            }

            _collisions.Separate(_units);
        }

        _sight.Spot(_units, _random);
        return Settle(rewards);
    }

    private EpisodeEnd Settle(Span<float> rewards)
    {
        var (alliesBeaten, enemiesBeaten) = (_units.IsBeaten(0), _units.IsBeaten(1));
        rewards[.._units.Allies].Fill(_rewards.Of(_units, 0, alliesBeaten, enemiesBeaten));
        if (_driven > _units.Allies)
        {
            rewards[_units.Allies..].Fill(_rewards.Of(_units, 1, enemiesBeaten, alliesBeaten));
        }

        var late = _steps >= _options.MaxSteps;
        _steps++;
        return alliesBeaten || enemiesBeaten ? EpisodeEnd.Terminated : late ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    private ActionSpace ActionsOf(int agent) => _options.Coding == ActionCoding.Discrete
        ? ActionSpace.Discrete(ImmutableArray.Create(_orders.Choices(agent < _units.Allies ? 0 : 1)))
        : ActionSpace.Continuous(Orders.Numbers, 0f, 1f);
}
