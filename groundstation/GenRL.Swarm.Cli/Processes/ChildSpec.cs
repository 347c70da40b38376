namespace GenRL.Swarm.Cli.Processes;

/// <summary>A process to start.</summary>
/// <param name="Name">What it is called in messages, and its text log.</param>
/// <param name="Command">Program and arguments.</param>
internal sealed record ChildSpec(string Name, IReadOnlyList<string> Command);
