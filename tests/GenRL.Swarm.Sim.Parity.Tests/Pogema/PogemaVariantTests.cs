using System.Text.Json.Nodes;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Parity.Pogema;
using GenRL.Swarm.Sim.Scenarios.Pogema;

namespace GenRL.Swarm.Sim.Parity.Tests.Pogema;

/// <summary>Variants that no stored file has: a world's own recording, in the files' format, must run as the files do.</summary>
public sealed class PogemaVariantTests
{
    public static TheoryData<string, string> Variants => new MatrixTheoryData<string, string>(["priority", "block_both", "soft"], ["finish", "restart", "nothing"]);

    [Theory]
    [MemberData(nameof(Variants))]
    public void Run_ARecordingOfAnotherVariant_Agrees(string collisions, string onTarget)
    {
        var options = new PogemaOptions
        {
            Rows = 7,
            Columns = 10,
            Agents = 12,
            Density = 0.2,
            Radius = 4,
            MaxSteps = 150,
            ForgetsFollowers = true,
            Collisions = collisions switch { "soft" => PogemaCollisions.Soft, "priority" => PogemaCollisions.Priority, _ => PogemaCollisions.BlockBoth },
            OnTarget = onTarget switch { "restart" => PogemaOnTarget.Restart, "finish" => PogemaOnTarget.Finish, _ => PogemaOnTarget.Nothing },
        };
        var file = Record(options);
        (file["config"]!["collision_system"], file["config"]!["on_target"]) = (collisions, onTarget);

        var (comparison, failure) = GoldenFolder.Run(new PogemaGolden(), file);

        Assert.Null(failure);
        Assert.Equal(onTarget == "restart", comparison.Injected > 0);
    }

    private static JsonObject Record(PogemaOptions options)
    {
        var world = new PogemaWorld(options);
        var random = new RandomStream(3, 0, 0);
        world.Reset(random);
        var cells = Enumerable.Range(0, options.Rows).Select(row => Enumerable.Range(0, options.Columns).Select(column => world.Map.Obstacles[row, column] ? 1d : 0d));
        var file = new JsonObject
        {
            ["config"] = new JsonObject
            {
                ["num_agents"] = options.Agents,
                ["height"] = options.Rows,
                ["width"] = options.Columns,
                ["obs_radius"] = options.Radius,
                ["max_episode_steps"] = options.MaxSteps,
            },
            ["moves"] = Rows([[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]]),
            ["obstacles"] = Rows(cells),
            ["obstacles_padded_shape"] = Row([options.Rows + (2 * options.Radius), options.Columns + (2 * options.Radius)]),
            ["init"] = State(world),
            ["init_obs"] = Seen(world, options),
            ["steps"] = new JsonArray(),
        };
        for (var step = 1; step <= options.MaxSteps; step++)
        {
            var actions = Enumerable.Range(0, options.Agents).Select(_ => (double)random.NextInt32(5)).ToList();
            var rewards = new float[options.Agents];
            var end = world.Step([.. actions.Select(action => (float)action)], rewards);
            var record = State(world);
            record["action"] = Row(actions);
            record["active"] = Truths(world.Agents.ToArray().Select(agent => agent.IsActive));
            record["reward"] = Row(rewards.Select(reward => (double)reward));
            record["terminated"] = Truths(world.Agents.ToArray().Select(agent => options.OnTarget switch
            {
                PogemaOnTarget.Finish => !agent.IsActive,
                PogemaOnTarget.Nothing => end == EpisodeEnd.Terminated,
                _ => false,
            }));
            record["truncated"] = Truths(world.Agents.ToArray().Select(_ => step == options.MaxSteps));
            record["obs"] = step % 8 == 0 ? Seen(world, options) : null;
            file["steps"]!.AsArray().Add(record);
        }

        return file;
    }

    private static JsonObject State(PogemaWorld world) => new()
    {
        ["agents"] = Rows(world.Agents.ToArray().Select(agent => new double[] { agent.Row, agent.Column })),
        ["targets"] = Rows(world.Agents.ToArray().Select(agent => new double[] { agent.TargetRow, agent.TargetColumn })),
    };

    private static JsonArray Seen(PogemaWorld world, PogemaOptions options)
    {
        var seen = new float[options.Agents * options.ObservationSize];
        world.Observe(seen);
        return Rows(seen.Chunk(options.ObservationSize).Take(3).Select(row => row.Select(number => (double)number)));
    }

    private static JsonArray Rows(IEnumerable<IEnumerable<double>> rows) => new([.. rows.Select(row => (JsonNode)Row(row))]);

    private static JsonArray Row(IEnumerable<double> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);

    private static JsonArray Truths(IEnumerable<bool> truths) => new([.. truths.Select(truth => (JsonNode)truth)]);
}
