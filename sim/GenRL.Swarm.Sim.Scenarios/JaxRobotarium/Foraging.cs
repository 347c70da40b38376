using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>
/// Robots of different levels gather resources that need the levels of all robots near them. The authors' time penalty is left out: its
/// condition cannot become true.
/// </summary>
internal sealed class Foraging : JaxRobotariumScenario
{
    private const double Radius = 0.3;
    private const double Taken = -1d;

    private readonly ForagingOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _levels;
    private readonly double[] _success;
    private readonly double[] _foraged;

    /// <summary>The scenario; capability 0 is the level.</summary>
    public Foraging(JaxRobotariumOptions options, Capabilities levels, ForagingOptions rules)
        : base(options, rules.Resources, levels)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots + rules.Resources, 0.3, SpawnWidth, SpawnHeight);
        _levels = State("payload", rules.Resources);
        (_success, _foraged) = (Figure("success_rate"), Figure("resources_foraged"));
    }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + Landmarks.Length + CapabilitiesSeen;

    /// <summary>Resource r needs the levels of all robots from a number on, the numbers being 0, 1, 2 ... in random order.</summary>
    public override void Reset(RandomStream random)
    {
        Spawn(_grid, random, _levels.Length);
        ResetCapabilities();
        for (var r = 0; r < _levels.Length; r++)
        {
            _levels[r] = 0d;
            for (var i = r; i < Robots; i++)
            {
                _levels[r] += Capability(i, 0);
            }

            var other = random.NextInt32(r + 1);
            (_levels[r], _levels[other]) = (_levels[other], _levels[r]);
        }
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        (var taken, _foraged[0]) = (0d, 0d);
        for (var r = 0; r < _levels.Length; r++)
        {
            if (LevelAt(r) >= _levels[r])
            {
                taken += Math.Max(_levels[r], 0d);
                _levels[r] = Taken;
            }

            _foraged[0] += _levels[r] < 0d ? 1d : 0d;
        }

        _success[0] = _foraged[0] == _levels.Length ? 1d : 0d;
        rewards.Fill(taken * _rules.ForageShaping);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        for (var r = 0; r < _levels.Length; r++)
        {
            row.Add(LandmarkAt(r));
            row.Add(_levels[r]);
        }

        ObserveCapabilities(robot, ref row);
    }

    /// <inheritdoc/>
    public override string LabelOf(int robot) => $"{Capability(robot, 0)}";

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        for (var r = 0; r < _levels.Length; r++)
        {
            var place = LandmarkAt(r);
            if (_levels[r] >= 0d)
            {
                scene.Disc(Role.Ray, place.X, place.Y, Radius);
                scene.Disc(Role.Load, place.X, place.Y, 0.06, label: $"{_levels[r]}");
            }
        }
    }

    private double LevelAt(int resource)
    {
        var level = 0d;
        for (var i = 0; i < Robots; i++)
        {
            level += Distance(i, LandmarkAt(resource)) < Radius ? Capability(i, 0) : 0d;
        }

        return level;
    }
}

/// <summary>What foraging pays.</summary>
/// <param name="Resources">Their number.</param>
/// <param name="ForageShaping">Per level taken.</param>
internal sealed record ForagingOptions(int Resources = 2, double ForageShaping = 1d);
