using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.Pogema;

namespace GenRL.Swarm.Sim.Parity.Pogema;

/// <summary>Trajectories of POGEMA: everything is compared. Read from the file are the targets of agents that arrived, which are drawn.</summary>
internal sealed class PogemaGolden : IGoldenSystem
{
    /// <inheritdoc/>
    public string System => "pogema";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = Tolerance.Of(0d);
        var options = Options(file);
        var steps = file.Get("steps").List("steps");
        comparison.Steps = steps.Count;
        foreach (var oneStep in (ReadOnlySpan<bool>)[false, true])
        {
            comparison.OneStep = oneStep;
            var run = new PogemaRun(options, file, comparison);
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

    private static PogemaOptions Options(JsonElement file)
    {
        var config = file.Get("config");
        config.OnlyHas("config", "num_agents", "size", "width", "height", "density", "seed", "obs_radius",
            "max_episode_steps", "collision_system", "on_target");
        var size = config.Find("size")?.Whole("size");
        int Side(string name) => config.Find(name)?.Whole(name) ?? size ?? throw new GoldenException("\"size\" is missing");
        var options = new PogemaOptions
        {
            Rows = Side("height"),
            Columns = Side("width"),
            Agents = config.Get("num_agents").Whole("num_agents"),
            Density = config.Find("density")?.Number("density") ?? 0.3,
            Radius = config.Get("obs_radius").Whole("obs_radius"),
            MaxSteps = config.Get("max_episode_steps").Whole("max_episode_steps"),
            Collisions = config.Get("collision_system").GetString() switch
            {
                "priority" => PogemaCollisions.Priority,
                "block_both" => PogemaCollisions.BlockBoth,
                "soft" => PogemaCollisions.Soft,
                var other => throw new GoldenException($"\"collision_system\": {other} is not known"),
            },
            OnTarget = config.Get("on_target").GetString() switch
            {
                "finish" => PogemaOnTarget.Finish,
                "restart" => PogemaOnTarget.Restart,
                "nothing" => PogemaOnTarget.Nothing,
                var other => throw new GoldenException($"\"on_target\": {other} is not known"),
            },
            ForgetsFollowers = true,
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
}
