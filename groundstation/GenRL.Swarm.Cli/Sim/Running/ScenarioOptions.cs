using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim.Running;

/// <summary>The arguments that name a scenario and say how it is to be made.</summary>
internal sealed class ScenarioOptions
{
    private const int MostWorlds = 1 << 20;
    private const int MostRobots = 1 << 16;

    /// <summary>The scenario's name.</summary>
    public Argument<string> Scenario { get; } = new("scenario") { Description = "its name, as ./swarm sim list prints it" };

    /// <summary>Robots of a world.</summary>
    public Option<int> Robots { get; } = Numbers.Option("--robots", "robots of a world; 0 for what the scenario is known with", 0, MostRobots, 0);

    /// <summary>The run's seed.</summary>
    public Option<ulong> Seed { get; } = Numbers.Option<ulong>("--seed", "every random stream follows from it", 0, ulong.MaxValue, 1);

    /// <summary>Number of worlds.</summary>
    public Option<int> Worlds { get; } = Numbers.Option("--worlds", "worlds that are stepped together", 1, MostWorlds, 1);

    /// <summary>Threads.</summary>
    public Option<int> Threads { get; } = Numbers.Option("--threads", "threads that step them", 1, 1024, 1);

    /// <summary>Whether to compute in float64.</summary>
    public Option<bool> Precise { get; } = new("--precise") { Description = "compute in float64, where the scenario knows both" };

    /// <summary>What was asked for.</summary>
    public ScenarioRequest Request(ParseResult parsed) =>
        new(Value(parsed, Worlds, 1), Value(parsed, Robots, 0), Value(parsed, Threads, 1), Value(parsed, Precise, false));

    /// <summary>Makes the environment that was asked for.</summary>
    /// <exception cref="ScenarioException">There is none of that name, or not so; the message names the field.</exception>
    public IEnvironment Create(ParseResult parsed) => Create(ScenarioCatalog.Find(parsed.GetValue(Scenario)!), Request(parsed));

    /// <summary>Makes an environment and checks that its numbers can be addressed.</summary>
    /// <exception cref="ScenarioException">Not so; the message names the field.</exception>
    public static IEnvironment Create(ScenarioEntry entry, ScenarioRequest request)
    {
        try
        {
            var environment = entry.Create(request);
            var shape = environment.Shape;
            if ((long)shape.Tiles * shape.Lanes * Math.Max(shape.ObservationsPerWorld, shape.ActionsPerWorld) > Array.MaxLength)
            {
                environment.Dispose();
                throw new OverflowException();
            }

            return environment;
        }
        catch (ScenarioException problem)
        {
            throw new ScenarioException($"{entry.Name}: {problem.Message}");
        }
        catch (Exception problem) when (problem is OutOfMemoryException or OverflowException)
        {
            throw TooMany(entry, request);
        }
    }

    // A command that lacks an option takes its usual value.
    private static T Value<T>(ParseResult parsed, Option<T> option, T usual) => parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option)! : usual;

    private static ScenarioException TooMany(ScenarioEntry entry, ScenarioRequest request) =>
        new($"{entry.Name}: worlds: {request.Worlds} do not fit into memory");
}
