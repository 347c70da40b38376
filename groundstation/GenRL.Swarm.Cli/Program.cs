using System.CommandLine;
using GenRL.Swarm.Cli;

// After Ctrl-C or SIGTERM the demo ends its processes in order before it ends itself.
return await SwarmCommand.RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
