using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

namespace GenRL.Swarm.Sim.Parity.JaxRobotarium;

/// <summary>A world of JaxRobotarium that goes through a file's states.</summary>
internal sealed class JaxRobotariumReplay : WaypointReplay
{
    private readonly JaxRobotariumScenario _scenario;
    private readonly JaxRobotariumWorld _world;
    private readonly RecordedRequests? _requests;

    /// <summary>A world of <paramref name="scenario"/>.</summary>
    public JaxRobotariumReplay(JaxRobotariumScenario scenario, Comparison comparison)
        : base(scenario, comparison)
    {
        (_scenario, _world) = (scenario, new JaxRobotariumWorld(scenario));
        if (scenario is RwareScenario rware)
        {
            rware.Requests = _requests = new RecordedRequests(comparison);
        }
    }

    /// <inheritdoc/>
    public override JsonElement StateOf(JsonElement step) => GoldenValues.Member(step, "state");

    /// <inheritdoc/>
    public override void Load(JsonElement state)
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

    /// <summary>Compares what the robots see, and what they differ in with the configuration's rows; a drawn team cannot be compared with those.</summary>
    public override void CompareStart(JsonElement file)
    {
        CompareObservations(GoldenValues.Member(file, "init_obs"));
        var team = new GoldenConfig(GoldenValues.Member(file, "config")).Section("heterogeneity");
        if (team.Has("values") && !team.Flag("sample", usual: false))
        {
            var values = GoldenValues.Member(GoldenValues.Member(GoldenValues.Member(file, "config"), "heterogeneity"), "values");
            FieldTable.Compare(Comparison, _scenario.Fields, "het_rep", values);
        }
    }

    /// <inheritdoc/>
    public override void Step(int number, JsonElement step)
    {
        var state = GoldenValues.Member(step, "state");
        _requests?.Read(state);
        var end = _world.Advance(GoldenValues.Whole(step, "action", _scenario.Robots));
        foreach (var (name, value) in Pairs(step, "step"))
        {
            Comparison.At(number, name);
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
                    Comparison.Expect(Quantity.Reward, GoldenValues.Flatten(value, name), _world.Rewards);
                    break;
                case "done":
                    Comparison.Expect(Quantity.Done, GoldenValues.Flatten(value, name), [end == EpisodeEnd.None ? 0d : 1d]);
                    break;
                case "info":
                    CompareInfo(number, value);
                    break;
                default:
                    throw new GoldenException($"steps: \"{name}\" is not known");
            }
        }
    }

    private void CompareObservations(JsonElement stored) =>
        Comparison.Expect(Quantity.Observation, GoldenValues.Flatten(stored, "obs"), _world.Observations);

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
            Comparison.At(number, $"state.{name}");
            if (name == "p_pos")
            {
                Comparison.Expect(Quantity.Position, GoldenValues.Flatten(value, name), PoseRows());
            }
            else if (name == "step")
            {
                Comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Steps]);
            }
            else
            {
                FieldTable.Compare(Comparison, _scenario.Fields, name, value);
            }
        }
    }

    private void CompareInfo(int number, JsonElement info)
    {
        foreach (var (name, value) in Pairs(info, "info"))
        {
            Comparison.At(number, $"info.{name}");
            switch (name)
            {
                case "collision":
                    Comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Collisions]);
                    break;
                case "boundary":
                    Comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), [_world.Outside]);
                    break;
                default:
                    FieldTable.Compare(Comparison, _scenario.Info, name, value);
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
