using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim</c>: the simulator from the command line.</summary>
internal static class SimCommand
{
    public static Command Create() => new("sim", "Runs the simulator, and measures it against logs.") { GapCommand.Create(), IdentifyCommand.Create() };
}
