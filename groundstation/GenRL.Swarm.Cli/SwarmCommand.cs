using System.CommandLine;
using System.CommandLine.Help;
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
}
