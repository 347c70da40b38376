using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>One file's episode, free and one step at a time.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class MpeRun<V>
    where V : unmanaged, ILanes<V>
{
    private readonly MpeScenario<V> _scenario;
    private readonly MpeWorld<V> _world;
    private readonly Comparison _comparison;
    private readonly JsonElement _file;
    private readonly IReadOnlyList<JsonElement> _steps;
    private readonly int _agents;

    public MpeRun(JsonElement file, MpeScenario<V> scenario, Comparison comparison)
    {
        (_file, _scenario, _comparison, _agents) = (file, scenario, comparison, scenario.Agents.Count);
        _world = new MpeWorld<V>(scenario);
        _steps = file.Get("steps").List("steps");
    }

    /// <summary>Compares everything.</summary>
    public void Run()
    {
        Start();
        _comparison.At(0, "goals");
        MpeGoals.Compare(_file.Get("goals"), _scenario, _world, _comparison);
        new MpeDescription<V>(_scenario, _comparison).Compare(_file, _world);
        Draft();
        Observe(_file, "init_obs", 0);
        for (var step = 1; step <= _steps.Count; step++)
        {
            Step(step);
        }

        _comparison.Steps = _steps.Count;
        _comparison.OneStep = true;
        for (var step = 2; step <= _steps.Count; step++)
        {
            var before = _steps[step - 2];
            Load(Rows(before, "pos", _agents), Rows(before, "vel", _agents), Rows(before, "c", _agents));
            _world.Count(step - 1);
            Step(step);
        }
    }

    /// <summary>Where a line is wanted follows from its landmarks.</summary>
    private void Draft()
    {
        if (_scenario is Line<V> line)
        {
            var (points, expected) = (_world.Points(line), Rows(_file, "expected_positions", _agents));
            for (var i = 0; i < expected.Length; i++)
            {
                _comparison.At(0, $"expected_positions[{i}]");
                _comparison.Expect(Quantity.State, expected[i], points[i]);
            }
        }
    }

    /// <summary>Goes to the initial state, in which by rule nobody moves or has said anything.</summary>
    private void Start()
    {
        var init = _file.Get("init");
        var (velocities, messages) = (Rows(init, "agent_vel", _agents), Rows(init, "agent_c", _agents));
        Load(Rows(init, "agent_pos", _agents), velocities, messages);
        var landmarks = Rows(init, "landmark_pos", _scenario.Landmarks.Count);
        for (var i = 0; i < landmarks.Length; i++)
        {
            _world.Place(_agents + i, Pair(landmarks[i]), [0d, 0d]);
        }

        for (var agent = 0; agent < _agents; agent++)
        {
            At(0, agent);
            _comparison.Expect(Quantity.Velocity, velocities[agent], [0d, 0d]);
            _comparison.Expect(Quantity.State, messages[agent], new double[_scenario.Channels]);
        }
    }

    private void Load(double[][] positions, double[][] velocities, double[][] messages)
    {
        for (var agent = 0; agent < _agents; agent++)
        {
            _world.Place(agent, Pair(positions[agent]), Pair(velocities[agent]));
            _world.Say(agent, messages[agent].Length == _scenario.Channels ? messages[agent] : throw new GoldenException("c: has another length than dim_c"));
        }
    }

    private void Step(int number)
    {
        var step = _steps[number - 1];
        var (terminated, truncated) = _world.Step(MpeGoals.Actions(step, _scenario));
        var (positions, velocities, messages) = (Rows(step, "pos", _agents), Rows(step, "vel", _agents), Rows(step, "c", _agents));
        var rewards = step.Get("reward").Flat("reward");
        var (ends, cuts) = (step.Get("terminated").List("terminated", _agents), step.Get("truncated").List("truncated", _agents));
        if (rewards.Length != _agents)
        {
            throw new GoldenException($"reward: is not a list of {_agents}");
        }

        for (var agent = 0; agent < _agents; agent++)
        {
            At(number, agent);
            _comparison.Expect(Quantity.Position, positions[agent], _world.Position(agent));
            _comparison.Expect(Quantity.Velocity, velocities[agent], _world.Velocity(agent));
            _comparison.Expect(Quantity.State, messages[agent], _world.Message(agent));
            _comparison.Expect(Quantity.Reward, rewards[agent], _world.Reward(agent));
            _comparison.Expect(Quantity.Done, ends[agent].Truth("terminated") ? 1d : 0d, terminated ? 1d : 0d);
            _comparison.Expect(Quantity.Done, cuts[agent].Truth("truncated") ? 1d : 0d, truncated ? 1d : 0d);
        }

        Observe(step, "obs", number);
    }

    private void Observe(JsonElement at, string name, int step)
    {
        var rows = Rows(at, name, _agents);
        for (var agent = 0; agent < _agents; agent++)
        {
            At(step, agent);
            _comparison.Expect(Quantity.Observation, rows[agent], _world.Observation(agent));
        }
    }

    private void At(int step, int agent) => _comparison.At(step, _scenario.Agents[agent].Name);

    private static double[][] Rows(JsonElement at, string name, int count) => [.. at.Get(name).List(name, count).Select(row => row.Flat(name))];

    private static double[] Pair(double[] row) => row.Length == 2 ? row : throw new GoldenException("a position or velocity has not two numbers");
}
