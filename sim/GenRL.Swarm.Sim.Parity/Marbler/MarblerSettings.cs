using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.Marbler;

namespace GenRL.Swarm.Sim.Parity.Marbler;

/// <summary>Makes a scenario from a file's settings, by their authors' names.</summary>
internal static class MarblerSettings
{
    /// <summary>The scenario of a file.</summary>
    /// <exception cref="GoldenException">It asks for what cannot be run; names it.</exception>
    public static MarblerScenario Scenario(JsonElement file)
    {
        var config = new GoldenConfig(GoldenValues.Member(file, "config"));
        var names = new GoldenConfig(file);
        try
        {
            return Create(names.Word("scenario", ""), config, Certificate(config, names));
        }
        catch (ScenarioException exception)
        {
            throw new GoldenException(exception.Message);
        }
    }

    private static MarblerScenario Create(string name, GoldenConfig config, string? certificate) => name switch
    {
        "ArcticTransport" => new ArcticTransport(
            Options(config, certificate),
            new(
                config.Number("normal_step"),
                config.Number("fast_step"),
                config.Number("slow_step"),
                config.Number("not_reached_penalty"),
                config.Number("dist_multiplier"))),
        "MaterialTransport" => new MaterialTransport(Options(config, certificate), MaterialTransport(config)),
        "PredatorCapturePrey" => new PredatorCapturePrey(
            Options(config, certificate) with { Robots = config.Whole("predator") + config.Whole("capture") }, PredatorCapturePrey(config)),
        "Simple" => new Simple(
            Options(config, certificate),
            new(config.Number("ROBOT_INIT_RIGHT_THRESH"), config.Number("PREY_INIT_LEFT_THRESH"), config.Number("reward_scaler"))),
        "Warehouse" => new Warehouse(
            Options(config, certificate),
            new(config.Whole("num_neighbors"), config.Number("goal_width"), config.Number("load_reward"), config.Number("unload_reward"))),
        _ => throw new GoldenException($"scenario: \"{name}\" is not known"),
    };

    private static MaterialTransportOptions MaterialTransport(GoldenConfig config) => new()
    {
        FastRobots = config.Whole("n_fast_agents"),
        FastStep = config.Number("fast_step"),
        SlowStep = config.Number("slow_step"),
        SmallTorque = config.Number("small_torque"),
        LargeTorque = config.Number("large_torque"),
        LoadMultiplier = config.Number("load_multiplier"),
        UnloadMultiplier = config.Number("unload_multiplier"),
        TimePenalty = config.Number("time_penalty"),
        EndGoalWidth = config.Number("end_goal_width"),
        Zone1Radius = config.Number("zone1_radius"),
        CapabilityAware = config.Flag("capability_aware", usual: false),
    };

    private static PredatorCapturePreyOptions PredatorCapturePrey(GoldenConfig config) => new()
    {
        Predators = config.Whole("predator"),
        Prey = config.Whole("num_prey"),
        PredatorRadius = config.Number("predator_radius"),
        CaptureRadius = config.Number("capture_radius"),
        CapabilityAware = config.Flag("capability_aware", usual: false),
        Neighbours = config.Whole("num_neighbors"),
        RobotsLeftOf = config.Number("ROBOT_INIT_RIGHT_THRESH"),
        PreyRightOf = config.Number("PREY_INIT_LEFT_THRESH"),
        SenseReward = config.Number("sense_reward"),
        CaptureReward = config.Number("capture_reward"),
        TimePenalty = config.Number("time_penalty"),
    };

    private static MarblerOptions Options(GoldenConfig config, string? certificate) => new()
    {
        Robots = config.Whole("n_agents"),
        MaxSteps = config.Whole("max_episode_steps"),
        UpdateFrequency = config.Whole("update_frequency"),
        StepDistance = config.Number("step_dist", 0.2),
        StartDistance = config.Number("start_dist", 0.3),
        Left = config.Number("LEFT"),
        Right = config.Number("RIGHT"),
        Up = config.Number("UP"),
        Down = config.Number("DOWN"),
        PenalizesViolations = config.Flag("penalize_violations", usual: false),
        HoldSteps = config.Flag("robotarium", usual: false) ? 1 : 15,
        Certificate = certificate,
    };

    private static string? Certificate(GoldenConfig config, GoldenConfig names) =>
        names.Word("barrier", "").StartsWith("none", StringComparison.Ordinal) ? null : config.Word("barrier_certificate", "safe") switch
        {
            "safe" => "si2_sr0p2",
            "default" => "si",
            var other => throw new GoldenException($"barrier_certificate: \"{other}\" cannot be run"),
        };
}
