using System.CommandLine;
using GenRL.Swarm.Onboard.Process;
using GenRL.Swarm.Onboard.Process.Settings;

// Signals are the robot's own to handle: it stands still before it goes.
return await OnboardArguments.Command(OnboardProgram.RunAsync).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
