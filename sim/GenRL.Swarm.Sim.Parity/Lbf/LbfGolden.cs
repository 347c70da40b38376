using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Scenarios.Lbf;

namespace GenRL.Swarm.Sim.Parity.Lbf;

/// <summary>Trajectories of lb-foraging: everything is compared, nothing is injected.</summary>
internal sealed class LbfGolden : IGoldenSystem
{
    /// <inheritdoc/>
    public string System => "lbf";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = new Tolerance(0d, 0d, 1e-12);
        var options = Options(file.Get("config"));
        var steps = file.Get("steps").List("steps");
        comparison.Steps = steps.Count;
        comparison.OneStep = false;
        var run = new LbfRun(options, file, comparison);
        run.Start();
        var shared = 0;
        for (var t = 0; t < steps.Count; t++)
        {
            run.Step(steps[t], t + 1);
            shared += run.PlayersShareACell ? 1 : 0;
        }

        comparison.At(steps.Count, "the whole file");
        comparison.Expect(Quantity.State, file.Get("steps_with_two_players_on_one_cell").Whole("steps_with_two_players_on_one_cell"), shared);
        comparison.OneStep = true;
        for (var t = 0; t < steps.Count; t++)
        {
            run.Load(t == 0 ? null : steps[t - 1], t);
            run.Step(steps[t], t + 1);
        }
    }

    private static LbfOptions Options(JsonElement config)
    {
        config.OnlyHas("config", "players", "field_size", "max_num_food", "sight", "max_episode_steps", "force_coop", "normalize_reward",
            "grid_observation", "observe_agent_levels", "penalty", "min_player_level", "max_player_level", "min_food_level", "max_food_level");
        var size = config.Get("field_size").Wholes("field_size", 2);
        var (players, foods) = (config.Get("players").Whole("players"), config.Get("max_num_food").Whole("max_num_food"));
        var options = new LbfOptions
        {
            Rows = size[0],
            Columns = size[1],
            Foods = foods,
            Sight = config.Get("sight").Whole("sight"),
            MaxSteps = config.Get("max_episode_steps").Whole("max_episode_steps"),
            Cooperative = config.Get("force_coop").Truth("force_coop"),
            NormaliseReward = config.Find("normalize_reward")?.Truth("normalize_reward") ?? true,
            GridObservation = config.Find("grid_observation")?.Truth("grid_observation") ?? false,
            ObserveAgentLevels = config.Find("observe_agent_levels")?.Truth("observe_agent_levels") ?? true,
            Penalty = config.Find("penalty")?.Number("penalty") ?? 0d,
            MinPlayerLevels = Levels(config, "min_player_level", players),
            MaxPlayerLevels = Levels(config, "max_player_level", players),
            MinFoodLevels = Levels(config, "min_food_level", foods),
            MaxFoodLevels = config.Find("max_food_level") is null ? [] : Levels(config, "max_food_level", foods),
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

    private static int[] Levels(JsonElement config, string name, int count) => config.Get(name) is { ValueKind: JsonValueKind.Array } list
        ? list.Wholes(name, count)
        : [.. Enumerable.Repeat(config.Get(name).Whole(name), count)];
}
