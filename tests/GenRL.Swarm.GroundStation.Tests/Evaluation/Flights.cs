using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.GroundStation.Tests.Evaluation;

/// <summary>Flights of the shipped bundle in lock step.</summary>
internal static class Flights
{
    private const int Robots = 4;

    /// <summary>The shipped bundle's folder.</summary>
    public static string Pretrained { get; } = Path.Combine(Root(), "groundstation", "pretrained", "nominal", "bundle");

    public static ModelBundle Load(string folder)
    {
        OnnxRuntimeLibrary.Load();
        return ModelBundle.Load(folder, new ReleaseId(new string('0', 64)), new ModelBundleOptions(16, ["cpu"]));
    }

    /// <summary>Flies an episode and shows every tick of robot 0 with the agent that made it.</summary>
    public static void Fly(Floor floor, ulong seed, Action<TickRecord, SwarmAgent> ticked)
    {
        using var bundle = Load(Pretrained);
        var body = new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), 0);
        var brains = Enumerable.Range(0, Robots).Select(_ => new AgentBrain(bundle, body)).ToList();
        var options = new EpisodeOptions { Scenario = ScenarioList.Find("random-goals"), Floor = floor, LimitSeconds = 5 };
        var runner = new LockStepRunner(options, brains)
        {
            Stepped = (world, _) =>
            {
                if (world.StepCount % PlanShape.StepsPerTick == 1)
                {
                    ticked(brains[0].LastTick, brains[0].Agent);
                }
            },
        };
        runner.Fly(seed, TestContext.Current.CancellationToken);
    }

    /// <summary>Records robot 0's ticks of three episodes, each in a log of its own in <paramref name="folder"/>.</summary>
    public static IReadOnlyList<string> Record(string folder, Floor floor)
    {
        Directory.CreateDirectory(folder);
        return [.. Enumerable.Range(0, 3).Select(i => Record(Path.Combine(folder, $"{i}.mcap"), floor, (ulong)i))];
    }

    private static string Record(string path, Floor floor, ulong seed)
    {
        var header = new RunHeader(
            new RobotId(0), "test", seed, "lockstep", new ReleaseId(new string('0', 64)), "{}", new Dictionary<string, string>(StringComparer.Ordinal));
        using var log = TickLogWriter.ToFile(path, header, new TickLogOptions { Lockstep = true });
        Fly(floor, seed, (tick, _) => log.Append(tick));
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
