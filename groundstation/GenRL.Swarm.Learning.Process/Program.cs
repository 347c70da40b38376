using System.CommandLine;
using GenRL.Swarm.Learning.Process.Commands;

// Learning has a process of its own: libtorch and its libraries never enter the web host or a robot.
var root = new RootCommand("Learning: from nothing, from logs, and how small, how good.") { TrainCommand.Create(), AdaptCommand.Create(), QuantiseCommand.Create(), EvaluateCommand.Create() };
return await root.Parse(args).InvokeAsync();
