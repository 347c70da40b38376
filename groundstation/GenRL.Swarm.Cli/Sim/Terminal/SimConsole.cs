namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>Where a command writes.</summary>
/// <param name="Output">Its results.</param>
/// <param name="Progress">How far it is, on standard error.</param>
internal sealed record SimConsole(TextWriter Output, ProgressLine Progress);
