using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Recording;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Cli.Logs;

/// <summary>Feeds a run's logs to a <see cref="FlightReplay"/>.</summary>
internal sealed class ReplayRun(BundleSource bundles, TextWriter output)
{
    private readonly StepRecord _step = new();
    private readonly TickRecord _tick = new();

    /// <summary>Replays <paramref name="files"/>, one robot's run from its beginning, in order. The exit code is 0 when all is equal, 1 when not.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or of another run, or a bundle is missing.</exception>
    public int Run(IReadOnlyList<string> files)
    {
        OnnxRuntimeLibrary.Load();
        RunHeader? run = null;
        FlightReplay? replay = null;
        foreach (var file in files)
        {
            using var reader = TickLogReader.Open(file);
            var header = reader.Header ?? throw new InvalidDataException($"{file}: the header is unreadable");
            run ??= header;
            replay ??= Begin(run);
            if ((header.Robot, header.Fleet, header.Seed) != (run.Robot, run.Fleet, run.Seed))
            {
                throw new InvalidDataException($"{file} is of {header.Robot} of {header.Fleet}, seed {header.Seed}: give the logs of one robot's run");
            }

            if (Feed(replay, reader) is { } difference)
            {
                output.WriteLine($"{Path.GetFileName(file)}: {difference}");
                output.WriteLine($"different after {replay.Steps} equal steps and {replay.Ticks} equal ticks");
                return 1;
            }

            if (reader.DamageCount > 0)
            {
                throw new InvalidDataException($"{file} is damaged: {reader.Damage[0].Reason} at byte {reader.Damage[0].Offset}");
            }
        }

        output.WriteLine($"equal: {replay!.Steps} steps and {replay.Ticks} ticks of {run!.Robot}, bit for bit");
        return 0;
    }

    private FlightReplay Begin(RunHeader run)
    {
        try
        {
            var swarm = ConfigurationLoader.Parse(run.Configuration);
            var robot = swarm.Robots.FirstOrDefault(r => r.Id == run.Robot.Value) ?? throw new InvalidDataException($"the log's configuration has no {run.Robot}");
            var models = AgentConfiguration.Models(swarm);
            return new FlightReplay(AgentConfiguration.Agent(swarm, robot, run.Seed), run.Release, release => bundles.Load(release, models));
        }
        catch (ConfigurationException error)
        {
            throw new InvalidDataException($"the log's configuration: {error.Message}", error);
        }
    }

    private ReplayDifference? Feed(FlightReplay replay, TickLogReader reader)
    {
        foreach (var entry in reader)
        {
            ReplayDifference? difference = null;
            switch (entry.Kind)
            {
                case EntryKind.Step:
                    entry.CopyTo(_step);
                    difference = replay.Step(_step);
                    break;
                case EntryKind.Tick:
                    entry.CopyTo(_tick);
                    difference = replay.Tick(_tick);
                    break;
                default:
                    replay.Event(entry.ToEvent());
                    break;
            }

            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }
}
