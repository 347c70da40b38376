using System.CommandLine;
using GenRL.Swarm.Learning.Process.Commands;
using GenRL.Swarm.Models.Contract;

// Learning has a process of its own: libtorch and its libraries never enter the web host or a robot.
var root = new RootCommand("Learning: from nothing, from logs, and how small, how good.") { TrainCommand.Create(), AdaptCommand.Create(), QuantiseCommand.Create(), EvaluateCommand.Create() };
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or BundleException)
{
    // One line: whoever started this passes it on.
    Console.Error.WriteLine($"swarm-learn: {e.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
