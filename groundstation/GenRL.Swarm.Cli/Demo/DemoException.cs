namespace GenRL.Swarm.Cli.Demo;

/// <summary>The demo cannot go on; the message says why in one line.</summary>
internal sealed class DemoException(string message) : Exception(message);
