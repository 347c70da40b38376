using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

namespace GenRL.Swarm.Sim.Parity.JaxRobotarium;

/// <summary>A world that goes through a file's states.</summary>
internal sealed class JaxRobotariumReplay
{
    private readonly JaxRobotariumScenario _scenario;
    private readonly JaxRobotariumWorld _world;
    private readonly Comparison _comparison;
    private readonly RecordedRequests? _requests;

    /// <summary>A world of <paramref name="scenario"/>.</summary>
    public JaxRobotariumReplay(JaxRobotariumScenario scenario, Comparison comparison)
    {
        (_scenario, _world, _comparison) = (scenario, new JaxRobotariumWorld(scenario), comparison);
        if (scenario is Rware rware)
        {
            rware.Requests = _requests = new RecordedRequests(comparison);
        }
    }

    /// <summary>Whether commands pass the certificate.</summary>
    public bool Certified => _scenario.Options.Certified;

    /// <summary>Puts the world into a stored state.</summary>
    public void Load(JsonElement state)
    {
        foreach (var (name, value) in Pairs(state, "state"))
        {
            if (name == "p_pos")
            {
                LoadPoses(GoldenValues.Flatten(value, name));
            }
            else if (name == "step")
            {
                _world.Steps = new GoldenConfig(state).Whole(name);
            }
            else
            {
                FieldTable.Load(_scenario.Fields, name, value);
            }
        }

        _world.Observe();
    }

    /// <summary>Compares what the robots differ in with the configuration's rows; a team that was drawn from them cannot be compared.</summary>
    public void CompareCapabilities(JsonElement config)
    {
        var section = new GoldenConfig(config).Section("heterogeneity");
        if (section.Has("values") && !section.Flag("sample", usual: false))
        {
            FieldTable.Compare(_comparison, _scenario.Fields, "het_rep", GoldenValues.Member(config.GetProperty("heterogeneity"), "values"));
        }
    }

    /// <summary>Compares what the robots see.</summary>
    public void CompareObservations(JsonElement stored) =>
        _comparison.Expect(Quantity.Observation, GoldenValues.Flatten(stored, "obs"), _world.Observations);

    /// <summary>Steps and compares all that the file stores of the step.</summary>
    public void Step(int number, JsonElement step)
    {
        var state = GoldenValues.Member(step, "state");
        _requests?.Read(state);
        var end = _world.Advance(GoldenValues.Whole(step, "action", _scenario.Robots));
        foreach (var (name, value) in Pairs(step, "step"))
        {
            _comparison.At(number, name);
            switch (name)
            {
                case "action":
                    break;
                case "state":
                    CompareState(number, value);
                    break;
                case "obs":
                    CompareObservations(value);
                    break;
                case "reward":
                    _comparison.Expect(Quantity.Reward, GoldenValues.Flatten(value, name), _world.Rewards);
                    break;
                case "done":
                    _comparison.Expect(Quantity.Done, GoldenValues.Flatten(value, name), [end == EpisodeEnd.None ? 0d : 1d]);
                    break;
                case "info":
                    CompareInfo(number, value);
                    break;
                default:
                    throw new GoldenException($"steps: \"{name}\" is not known");
            }
        }
    }

    private void LoadPoses(double[] rows)
    {
        var landmarks = rows.AsSpan(Math.Min(rows.Length, 3 * _scenario.Robots));
        if (landmarks.Length != _scenario.Landmarks.Length || rows.Length < 3 * _scenario.Robots)
        {
            throw new GoldenException($"p_pos: {rows.Length} values instead of {(3 * _scenario.Robots) + _scenario.Landmarks.Length}");
        }

        for (var i = 0; i < _scenario.Robots; i++)
        {
            _scenario.Poses.Place(i, rows[3 * i], rows[(3 * i) + 1], rows[(3 * i) + 2]);
        }

        landmarks.CopyTo(_scenario.Landmarks);
    }

    private void CompareState(int number, JsonElement state)
    {
        foreach (var (name, value) in Pairs(state, "state"))
        {
            _comparison.At(number, $"state.{name}");
            if (name == "p_pos")
            {
                _comparison.Expect(Quantity.Position, GoldenValues.Flatten(value, name), PoseRows());
            }
            else if (name == "step")
            {
                _comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Steps]);
            }
            else
            {
                FieldTable.Compare(_comparison, _scenario.Fields, name, value);
            }
        }
    }

    private void CompareInfo(int number, JsonElement info)
    {
        foreach (var (name, value) in Pairs(info, "info"))
        {
            _comparison.At(number, $"info.{name}");
            switch (name)
            {
                case "collision":
                    _comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Collisions]);
                    break;
                case "boundary":
                    _comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Outside]);
                    break;
                default:
                    FieldTable.Compare(_comparison, _scenario.Info, name, value);
                    break;
            }
        }
    }

    private double[] PoseRows()
    {
        var rows = new List<double>();
        for (var i = 0; i < _scenario.Robots; i++)
        {
            rows.AddRange([_scenario.Poses.X[i], _scenario.Poses.Y[i], _scenario.Poses.Heading[i]]);
        }

        return [.. rows, .. _scenario.Landmarks];
    }

    private static IEnumerable<(string Name, JsonElement Value)> Pairs(JsonElement owner, string name) =>
        GoldenValues.Members(owner, name).Select(member => (member.Name, member.Value));
}
