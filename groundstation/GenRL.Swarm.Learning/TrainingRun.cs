using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Learning.Tokens;
using GenRL.Swarm.Learning.WorldModels;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning;

/// <summary>
/// Everything a robot carries, from nothing:
/// <code>
/// expert flights -> clone -> DAgger -> one-step student -> world model on the same flights -> intention tokens -> bundle
/// </code>
/// Each stage leaves one file; a run that was stopped goes on after its last complete stage and ends with the same bytes. One thread.
/// </summary>
public sealed class TrainingRun(IBatchedWorldsFactory worlds, TrainingSettings settings, string folder, TimeProvider clock, IProgress<StageProgress>? progress)
{
    /// <summary>Runs all stages that are not done.</summary>
    /// <param name="cancel">Stops it; what is done stays done.</param>
    /// <returns>What was learned; the caller disposes of it.</returns>
    /// <exception cref="InvalidOperationException">The folder holds a run with another seed or other settings.</exception>
    public LearnedState Run(CancellationToken cancel)
    {
        set_num_threads(1);
        var files = StageFiles.For(folder, settings);
        var policy = new PolicyTraining(worlds, settings.Policy, files, clock, progress);
        var networks = policy.Run(cancel);
        var tracks = policy.Tracks();
        if (!files.Has(LearnedState.WorldModelFile))
        {
            TrainWorldModel(files, tracks, cancel);
        }

        if (!files.Has(LearnedState.TokensFile))
        {
            using var tokens = TokenTraining.Train(tracks, settings.Policy.Collection.Floor, settings.Tokens, settings.Policy.Seed, clock, progress, cancel);
            files.Write(LearnedState.TokensFile, stream => StageFiles.Save(tokens, stream));
        }

        files.Write(LearnedState.PolicyFile, stream => stream.Write(File.ReadAllBytes(networks)));
        return LearnedState.Load(folder);
    }

    private void TrainWorldModel(StageFiles files, IReadOnlyList<RobotTrack> tracks, CancellationToken cancel)
    {
        manual_seed((long)(settings.WorldModel.Seed >> 1));
        using var model = new FactoredWorldModel();
        var report = new StageReporter("world-model", settings.WorldModel.Steps, progress, clock);
        WorldModelTraining.Run(model, tracks, settings.WorldModel, (step, loss) =>
        {
            cancel.ThrowIfCancellationRequested();
            report.Done(step, loss);
        });
        files.Write(LearnedState.WorldModelFile, stream => StageFiles.Save(model, stream));
    }
}
