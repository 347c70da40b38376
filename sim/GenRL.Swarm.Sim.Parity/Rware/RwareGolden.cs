using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.Rware;

namespace GenRL.Swarm.Sim.Parity.Rware;

/// <summary>
/// Trajectories of rware: everything is compared. Read from the file are the shelves that come to be wanted, which are drawn, and which of equally
/// long queues goes first, which no rule gives. Draws that a later one of the same step hides are those that earn the file's rewards.
/// </summary>
internal sealed class RwareGolden : IGoldenSystem
{
    /// <inheritdoc/>
    public string System => "rware";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = Tolerance.Of(0d);
        var options = Options(file.Get("config"));
        var steps = file.Get("steps").List("steps");
        comparison.Steps = steps.Count;
        foreach (var oneStep in (ReadOnlySpan<bool>)[false, true])
        {
            comparison.OneStep = oneStep;
            var run = new RwareRun(options, file, comparison);
            run.Start();
            for (var t = 0; t < steps.Count; t++)
            {
                if (oneStep && t > 0)
                {
                    run.Load(steps[t - 1], t);
                }

                run.Step(steps[t], t + 1);
            }
        }
    }

    private static RwareOptions Options(JsonElement config)
    {
        config.OnlyHas("config", "grid_size", "goals", "highways", "n_agents", "msg_bits", "sensor_range", "request_queue_size",
            "max_inactivity_steps", "max_steps", "reward_type", "normalised_coordinates");
        var size = config.Get("grid_size").Wholes("grid_size", 2);
        var highways = config.Get("highways").List("highways", size[0]).SelectMany(row => row.Wholes("highways", size[1])).ToArray();
        if (highways.Any(cell => cell is not (0 or 1)))
        {
            throw new GoldenException("\"highways\": neither 0 nor 1");
        }

        var goals = config.Get("goals").List("goals").Select(goal => goal.Wholes("goals", 2)).Select(goal => (goal[0], goal[1]));
        var options = new RwareOptions
        {
            Layout = new RwareLayout(size[0], size[1], [.. highways.Select(cell => cell == 1)], [.. goals]),
            Robots = config.Get("n_agents").Whole("n_agents"),
            Requests = config.Get("request_queue_size").Whole("request_queue_size"),
            MessageBits = config.Get("msg_bits").Whole("msg_bits"),
            SensorRange = config.Get("sensor_range").Whole("sensor_range"),
            MaxSteps = config.Find("max_steps")?.Whole("max_steps") ?? 0,
            MaxInactivitySteps = config.Find("max_inactivity_steps")?.Whole("max_inactivity_steps") ?? 0,
            Reward = Reward(config.Get("reward_type").GetString()),
            NormalisedCoordinates = config.Find("normalised_coordinates")?.Truth("normalised_coordinates") ?? false,
        };
        try
        {
            return options.Checked();
        }
        catch (ScenarioException exception)
        {
            throw new GoldenException($"\"config\": {exception.Message}");
        }
    }

    private static RwareReward Reward(string? name) => name switch
    {
        "GLOBAL" => RwareReward.Global,
        "INDIVIDUAL" => RwareReward.Individual,
        "TWO_STAGE" => RwareReward.TwoStage,
        _ => throw new GoldenException($"\"reward_type\": {name} is not known"),
    };
}
