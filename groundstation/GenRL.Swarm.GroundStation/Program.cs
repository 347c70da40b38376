using GenRL.Swarm.GroundStation;
using GenRL.Swarm.GroundStation.Evaluation;

return args switch
{
    [EvaluateCommand.Verb, var request, var result] => EvaluateCommand.Run(request, result),
    ["--config", var file, .. var overrides] => await StationProgram.RunAsync(file, overrides),
    _ => StationProgram.Usage(asked: args is ["--help"]),
};
