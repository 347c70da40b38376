using GenRL.Swarm.Onboard.Process;
using GenRL.Swarm.Onboard.Process.Settings;

return await OnboardArguments.Command(OnboardProgram.RunAsync).Parse(args).InvokeAsync();
