using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim</c>: the simulator's scenarios, and whether they agree with the programs that they come from.</summary>
internal static class SimCommand
{
    public static Command Create() => new("sim", "Runs, draws, records and checks the simulator's scenarios.")
    {
        ListCommand.Create(),
        RunCommand.Create(),
        RenderCommand.Create(),
        RecordCommand.Create(),
        ReplayCommand.Create(),
        ParityCommand.Create(),
    };
}
