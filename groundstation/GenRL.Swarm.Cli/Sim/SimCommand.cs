using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim</c>: the simulator's scenarios, whether they agree with the programs that they come from, and how far they are from robots.</summary>
internal static class SimCommand
{
    public static Command Create() => new("sim", "Runs, draws, records and checks the simulator's scenarios, and measures it against robots' logs.")
    {
        ListCommand.Create(),
        RunCommand.Create(),
        RenderCommand.Create(),
        RecordCommand.Create(),
        ReplayCommand.Create(),
        ParityCommand.Create(),
        GapCommand.Create(),
        IdentifyCommand.Create(),
    };
}
