using System.CommandLine;
using GenRL.Swarm.Cli.Logs;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Reality;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Gap;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim gap</c>: how far the simulator is from a log, as a table and a picture.</summary>
internal static class GapCommand
{
    public static Command Create()
    {
        var floor = new Option<string>("--floor") { Description = $"{FloorChoice.Names}, or a file that sim identify --json wrote", DefaultValueFactory = _ => "nominal" };
        var picture = new Option<FileInfo>("--out") { Description = "picture: .svg or .html" };
        var bundles = new Option<DirectoryInfo[]>("--bundle") { Description = "folder of the release that was flown: its missions are flown again in the simulator", AllowMultipleArgumentsPerToken = true };
        var seed = new Option<ulong>("--seed") { Description = "intervals and simulated missions follow from it", DefaultValueFactory = _ => 1 };
        var command = new Command("gap", "Measures how well the simulator foretells a log (G_k), and draws it.") { RealityOptions.Logs, RealityOptions.WheelBase, floor, picture, bundles, seed };
        command.SetAction((parsed, cancel) => Task.FromResult(RealityOptions.Guard(parsed, "gap", () =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (name, chosen) = (parsed.GetValue(floor)!, FloorChoice.Parse(parsed.GetValue(floor)!));
            var draw = Drawing(parsed.GetValue(picture));
            var flights = RealityOptions.Read(parsed);
            var report = GapMeasurement.Measure(flights, chosen, parsed.GetValue(seed));
            output.Write(GapTable.Text(report));
            Missions(flights, chosen, parsed.GetValue(bundles) ?? [], parsed.GetValue(seed), output, cancel);
            if (draw is not null)
            {
                var title = $"{string.Join(", ", flights.Select(flight => flight.Name))} on floor {name}";
                WholeFile.Write(parsed.GetValue(picture)!.FullName, draw(report, title));
                output.WriteLine($"picture    {parsed.GetValue(picture)!.FullName}");
            }

            return 0;
        })));
        return command;
    }

    private static Func<GapReport, string, string>? Drawing(FileInfo? file) => file?.Extension switch
    {
        null => null,
        ".svg" => GapPicture.Svg,
        ".html" => GapPicture.Html,
        var other => throw new InvalidDataException($"--out: '{other}' is neither .svg nor .html"),
    };

    private static void Missions(IReadOnlyList<Flight> flights, Floor floor, DirectoryInfo[] bundles, ulong seed, TextWriter output, CancellationToken cancel)
    {
        if (MissionSummary.Of([.. flights.SelectMany(MissionFigures.Of)]) is not { } logged)
        {
            return;
        }

        if (bundles.Length == 0)
        {
            output.Write(GapTable.Text(logged, null));
            return;
        }

        OnnxRuntimeLibrary.Load();
        using var source = new BundleSource([.. bundles.Select(bundle => bundle.FullName)], []);
        IRobotBrain[] brains = [.. flights.Select(flight => Brain(flight, source, seed))];
        output.Write(GapTable.Text(logged, MissionSummary.Of(SimulatedMissions.Fly(flights, floor, brains, seed, cancel))));
    }

    private static AgentBrain Brain(Flight flight, BundleSource source, ulong seed)
    {
        var header = flight.Header!;
        var swarm = ConfigurationLoader.Parse(header.Configuration);
        return new AgentBrain(
            source.Load(header.Release, AgentConfiguration.Models(swarm)),
            AgentConfiguration.Agent(swarm, swarm.Robots.First(robot => robot.Id == header.Robot.Value), seed));
    }
}
