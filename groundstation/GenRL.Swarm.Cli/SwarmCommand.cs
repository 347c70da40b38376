using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using GenRL.Swarm.Cli.Demo;
using GenRL.Swarm.Cli.Doctor;
using GenRL.Swarm.Cli.Learning;
using GenRL.Swarm.Cli.Logs;
using GenRL.Swarm.Cli.Sim;

namespace GenRL.Swarm.Cli;

/// <summary>The verbs of <c>./swarm</c>, one factory each. setup, test and bench are the launcher's own.</summary>
internal static class SwarmCommand
{
    public static Command Create() => new("swarm", "Runs, trains, watches and checks swarms of robots.")
    {
        new HelpOption(),
        DemoCommand.Create(),
        LearningCommands.Train(),
        LearningCommands.Quantise(),
        LearningCommands.Evaluate(),
        LogsCommand.Create(),
        SimCommand.Create(),
        DoctorCommand.Create(),
    };

    /// <summary>Runs what <paramref name="args"/> ask for. Arguments that cannot be understood: one line that names them, and exit code 2.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, InvocationConfiguration configuration, CancellationToken cancellationToken = default)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0 || parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }

        var verb = string.Join(' ', parsed.CommandResult.Path());
        var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not understood" : parsed.Errors[0].Message;
        await configuration.Error.WriteLineAsync($"{verb}: {problem} (./{verb} --help)");
        return 2;
    }

    private static IEnumerable<string> Path(this CommandResult command) =>
        command.Parent is CommandResult parent ? parent.Path().Append(command.Command.Name) : [command.Command.Name];
}
