using System.Text.Json.Nodes;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Parity.Rware;
using GenRL.Swarm.Sim.Scenarios.Rware;

namespace GenRL.Swarm.Sim.Parity.Tests.Rware;

/// <summary>Variants that no stored file has: a world's own recording, in the files' format, must run as the files do.</summary>
public sealed class RwareVariantTests
{
    [Theory]
    [InlineData(RwareReward.Global, 1, 0, 500, false)]
    [InlineData(RwareReward.TwoStage, 2, 25, 500, true)]
    [InlineData(RwareReward.Individual, 3, 60, 0, false)]
    internal void Run_ARecordingOfAnotherVariant_Agrees(RwareReward reward, int sensorRange, int inactivity, int maxSteps, bool normalised)
    {
        var layout = new RwareLayout(6, 5, [.. Enumerable.Range(0, 30).Select(cell => cell % 5 is not (1 or 3) || cell is < 5 or > 20)], [(2, 1), (2, 4)]);
        var options = new RwareOptions
        {
            Layout = layout,
            Robots = 3,
            Requests = 3,
            MessageBits = sensorRange - 1,
            SensorRange = sensorRange,
            MaxInactivitySteps = inactivity,
            MaxSteps = maxSteps,
            Reward = reward,
            NormalisedCoordinates = normalised,
        }.Checked();
        var file = Record(options, 400);

        var (comparison, failure) = GoldenFolder.Run(new RwareGolden(), file);

        Assert.Null(failure);
        Assert.True(comparison.Injected > 0, "nothing was delivered: the recording shows nothing");
    }

    private static JsonObject Record(RwareOptions options, int steps)
    {
        var map = new RwareMap(options.Layout, options.SensorRange);
        var world = new RwareWorld(options, map, new RwareView(options, map));
        var random = new RandomStream(4, 0, 0);
        world.Reset(random);
        var file = new JsonObject { ["config"] = Config(options), ["init"] = State(world), ["init_obs"] = Seen(world, options), ["steps"] = new JsonArray() };
        file["init"]!["shelves"] = Rows(map.ShelfCells.Select((cell, i) => new[] { i + 1, map.X(cell), map.Y(cell) }));
        for (var step = 0; step < steps; step++)
        {
            // Half of the time forward, or nobody gets anywhere.
            var actions = Enumerable.Range(0, options.Robots).Select(_ => new[] { random.NextInt32(8) is var choice && choice < 5 ? choice : 1 }.Concat(
                Enumerable.Range(0, options.MessageBits).Select(_ => random.NextInt32(2))).ToArray()).ToList();
            var (before, rewards) = (world.ShelfCells.ToArray(), new float[options.Robots]);
            var end = world.Step([.. actions.SelectMany(action => action).Select(number => (float)number)], rewards);
            var record = State(world);
            record["action"] = options.MessageBits > 0 ? Rows(actions) : Row(actions.Select(action => (double)action[0]));
            record["executed"] = Row(world.Executed.ToArray().Select(action => (double)action));
            record["moved_shelves"] = Rows(Enumerable.Range(1, before.Length - 1).Where(shelf => world.ShelfCells[shelf] != before[shelf])
                .Select(shelf => new[] { shelf, map.X(world.ShelfCells[shelf]), map.Y(world.ShelfCells[shelf]) }));
            record["reward"] = Row(rewards.Select(reward => (double)reward));
            record["done"] = end != EpisodeEnd.None;
            record["obs"] = step % 10 == 0 ? Seen(world, options) : null;
            file["steps"]!.AsArray().Add(record);
        }

        return file;
    }

    private static JsonObject Config(RwareOptions options) => new()
    {
        ["grid_size"] = Row([options.Layout.Rows, options.Layout.Columns]),
        ["goals"] = Rows(options.Layout.Goals.Select(goal => new[] { goal.X, goal.Y })),
        ["highways"] = Rows(options.Layout.Highways.Select(highway => highway ? 1 : 0).Chunk(options.Layout.Columns)),
        ["n_agents"] = options.Robots,
        ["msg_bits"] = options.MessageBits,
        ["sensor_range"] = options.SensorRange,
        ["request_queue_size"] = options.Requests,
        ["max_inactivity_steps"] = options.MaxInactivitySteps,
        ["max_steps"] = options.MaxSteps == 0 ? null : options.MaxSteps,
        ["reward_type"] = options.Reward switch { RwareReward.Global => "GLOBAL", RwareReward.TwoStage => "TWO_STAGE", _ => "INDIVIDUAL" },
        ["normalised_coordinates"] = options.NormalisedCoordinates,
    };

    private static JsonObject State(RwareWorld world) => new()
    {
        ["agents"] = new JsonArray([.. world.Robots.ToArray().Select(robot => (JsonNode)new JsonArray(
            world.Map.X(robot.Cell), world.Map.Y(robot.Cell), (int)robot.Facing, (int)robot.Shelf, robot.HasDelivered))]),
        ["queue"] = Row(world.Orders.Queue.ToArray().Select(shelf => (double)shelf)),
    };

    private static JsonArray Seen(RwareWorld world, RwareOptions options)
    {
        var seen = new float[options.Robots * options.ObservationSize];
        world.Observe(seen);
        return new JsonArray([.. seen.Chunk(options.ObservationSize).Select(row => (JsonNode)Row(row.Select(number => (double)number)))]);
    }

    private static JsonArray Rows(IEnumerable<int[]> rows) => new([.. rows.Select(row => (JsonNode)Row(row.Select(number => (double)number)))]);

    private static JsonArray Row(IEnumerable<double> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
