using GenRL.Swarm.Cli;

return await SwarmCommand.Create().Parse(args).InvokeAsync();
