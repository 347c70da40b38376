using System.Collections.Immutable;
using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

namespace GenRL.Swarm.Sim.Parity.JaxRobotarium;

/// <summary>Makes a scenario from a file's settings, by their authors' names and defaults.</summary>
internal static class JaxRobotariumSettings
{
    /// <summary>The scenario of a file.</summary>
    /// <exception cref="GoldenException">It asks for what cannot be run; names it.</exception>
    public static JaxRobotariumScenario Scenario(JsonElement file)
    {
        var config = new GoldenConfig(GoldenValues.Member(file, "config"));
        var rewards = new GoldenConfig(GoldenValues.Member(file, "rewards_cfg"));
        var names = new GoldenConfig(file);
        Require(config, "backend", "python");
        Require(config, "action_type", "Discrete");
        Require(config, "controller", "clf_uni_position");
        try
        {
            return Create(names.Word("scenario", ""), Options(config, rewards, names), config, rewards);
        }
        catch (ScenarioException exception)
        {
            throw new GoldenException(exception.Message);
        }
    }

    private static JaxRobotariumScenario Create(string name, JaxRobotariumOptions options, GoldenConfig config, GoldenConfig rewards)
    {
        double Pay(string key, double usual) => rewards.Number(key, config.Number(key, usual));
        return name switch
        {
            "ArcticTransport" => new ArcticTransport(
                options,
                Team(config, [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]),
                new(Pay("dist_shaping", -0.05), Pay("time_shaping", -0.1))),
            "Discovery" => new Discovery(
                options,
                Team(config, [0.45, 0], [0.45, 0], [0, 0.25], [0, 0.25]),
                new(
                    config.Whole("num_landmarks", 6),
                    config.Whole("num_sensing", 2),
                    config.Whole("num_tagging", 2),
                    Pay("sense_shaping", 1),
                    Pay("tag_shaping", 5),
                    Pay("time_shaping", -0.05))),
            "Foraging" => new Foraging(options, Team(config, [1], [2]), new(config.Whole("num_resources", 2), Pay("forage_shaping", 1))),
            "MaterialTransport" => new MaterialTransport(
                options,
                Team(config, [0.45, 5], [0.45, 5], [0.15, 15], [0.15, 15]),
                new()
                {
                    LoadShaping = Pay("load_shaping", 0.25),
                    DropOffShaping = Pay("dropoff_shaping", 0.75),
                    TimeShaping = Pay("time_shaping", -0.1),
                }),
            "Navigation" => new Navigation(options, new(Pay("pos_shaping", -1), config.Number("goal_radius", 0.1))),
            "PredatorPrey" => new PredatorPrey(
                options, new(Pay("tag_shaping", 10), config.Number("tag_radius", 0.2), config.Number("prey_step", 0.3))),
            "RWARE" => new RwareScenario(options, new(config.Whole("num_cells", 8), Pay("dropoff_shaping", 1))),
            "Warehouse" => new Warehouse(
                options, Team(config, [1, 0], [1, 0], [0, 1], [0, 1]), new(Pay("load_shaping", 1), Pay("dropoff_shaping", 3))),
            _ => throw new GoldenException($"scenario: \"{name}\" is not known"),
        };
    }

    private static JaxRobotariumOptions Options(GoldenConfig config, GoldenConfig rewards, GoldenConfig names) => new()
    {
        Robots = config.Whole("num_agents"),
        MaxSteps = config.Whole("max_steps"),
        UpdateFrequency = config.Whole("update_frequency", 10),
        StepDistance = config.Number("step_dist", 0.2),
        HoldsCommands = Choice(names, "velocity_mode", "held", "recomputed"),
        Certified = Certified(config, names),
        ViolationShaping = rewards.Number("violation_shaping", config.Number("violation_shaping", 0)),
    };

    private static bool Certified(GoldenConfig config, GoldenConfig names)
    {
        Require(config, "barrier_fn", "robust_barriers");
        var certified = Choice(names, "barrier", "exact QP", "none");
        return certified == config.Has("barrier_fn") ? certified : throw new GoldenException("barrier: contradicts config.barrier_fn");
    }

    private static bool Choice(GoldenConfig names, string name, string yes, string no)
    {
        var word = names.Word(name, "");
        return word.StartsWith(yes, StringComparison.Ordinal)
            || (word.StartsWith(no, StringComparison.Ordinal) ? false : throw new GoldenException($"{name}: \"{word}\" is not known"));
    }

    private static void Require(GoldenConfig config, string name, string only)
    {
        if (config.Word(name, only) != only)
        {
            throw new GoldenException($"{name}: \"{config.Word(name, only)}\" cannot be run");
        }
    }

    private static Capabilities Team(GoldenConfig config, params ReadOnlySpan<double[]> usual)
    {
        var section = config.Section("heterogeneity");
        if (section.Word("type", "") == "id")
        {
            var robots = config.Whole("num_agents");
            return new([.. Enumerable.Range(0, robots).Select(i => OneHot(i, robots))], View(section));
        }

        // A team that was drawn has the file's rows from its state on; here their number and length count.
        var rows = section.Has("values") ? [.. section.Rows("values").Select(row => row.ToImmutableArray())] : Copy(usual);
        return new(section.Flag("sample", usual: false) ? [.. Enumerable.Repeat(rows[0], config.Whole("num_agents"))] : rows, View(section));
    }

    private static ImmutableArray<double> OneHot(int index, int count) => [.. Enumerable.Range(0, count).Select(k => k == index ? 1d : 0d)];

    private static ImmutableArray<ImmutableArray<double>> Copy(ReadOnlySpan<double[]> rows)
    {
        var copy = ImmutableArray.CreateBuilder<ImmutableArray<double>>(rows.Length);
        foreach (var row in rows)
        {
            copy.Add([.. row]);
        }

        return copy.ToImmutable();
    }

    private static CapabilityView View(GoldenConfig section)
    {
        var (kind, seen) = (section.Word("type", "capability_set"), section.Word("obs_type", ""));
        return (kind, seen) switch
        {
            (_, "") => CapabilityView.None,
            ("id" or "class", "full_class" or "full_capability_set") => CapabilityView.All,
            ("id" or "class", "id" or "class" or "capability_set") => CapabilityView.Own,
            ("capability_set", "full_capability_set") => CapabilityView.All,
            ("capability_set", "capability_set") => CapabilityView.Own,
            _ => throw new GoldenException($"heterogeneity: type \"{kind}\" with obs_type \"{seen}\" cannot be run"),
        };
    }
}
