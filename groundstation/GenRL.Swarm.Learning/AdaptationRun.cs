using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Learning.Identification;
using GenRL.Swarm.Learning.Policies.Adaptation;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Learning.WorldModels;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning;

/// <summary>
/// A fleet's models, taught a floor that they have never seen from a minute of its own logs, even where flying failed:
/// <code>
/// logs -> tracks -> identify the floor -> tune the world model -> announce again -> refine -> relabel in the model -> tune the policy -> score
/// </code>
/// One thread; a pure function of logs, incumbent and seed.
/// </summary>
public sealed class AdaptationRun(LearnedState state, ulong seed, TimeProvider clock, IProgress<StageProgress>? progress)
{
    private const int ScoredWindows = 1024;

    /// <summary>Share of the gradient steps that adaptation was measured with: less is sooner done and worse.</summary>
    /// <value>Above 0, at most 1; default 1.</value>
    public double Effort { get; init; } = 1;

    /// <summary>Adapts the state in place.</summary>
    /// <param name="training">What the fleet flew, with whole plans.</param>
    /// <param name="aside">What it flew later: kept aside for the scores.</param>
    /// <param name="cancel">Stops it; the state is then half-way.</param>
    /// <returns>What was learned and how good it is.</returns>
    public AdaptationReport Run(IReadOnlyList<RobotTrack> training, IReadOnlyList<RobotTrack> aside, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(training);
        set_num_threads(1);
        var windows = new TrackWindows(aside);
        var before = PredictionScoring.Score(Predictors.Learned(state.WorldModel), windows, ScoredWindows);

        var floor = FloorIdentification.Fit(training);
        Tune("adapt-world-model", training, WorldModelSettings.Adaptation(seed).Shortened(Effort), cancel);
        Announcements.Renew(training, state.WorldModel);
        Tune("refine-world-model", training, WorldModelSettings.Refinement(seed).Shortened(Effort), cancel);

        var samples = new ModelRelabeller(new TrackRollouts(state.WorldModel), new RelabelSettings()).Relabel(training, seed, clock, progress, cancel);
        new PolicyAdaptation(new AdaptationSettings().Shortened(Effort), clock, progress).Run(state.Policy, samples, seed, cancel);

        var scores = new HeldOutScores(
            PredictionScoring.Score(Predictors.ConstantVelocity, windows, ScoredWindows), before,
            PredictionScoring.Score(Predictors.Learned(state.WorldModel), windows, ScoredWindows),
            PredictionScoring.Score(Predictors.Identified(floor.Model), windows, ScoredWindows));
        return new AdaptationReport(floor, training.Sum(t => t.Ticks), aside.Sum(t => t.Ticks), samples.Count, scores);
    }

    private void Tune(string stage, IReadOnlyList<RobotTrack> tracks, WorldModelSettings settings, CancellationToken cancel)
    {
        var report = new StageReporter(stage, settings.Steps, progress, clock);
        WorldModelTraining.Run(state.WorldModel, tracks, settings, (step, loss) =>
        {
            cancel.ThrowIfCancellationRequested();
            report.Done(step, loss);
        });
    }
}
