using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies;

/// <summary>
/// A generative policy from nothing: the expert flies, a flow model clones it, then flies itself while the expert corrects it (DAgger),
/// and at last a student learns to do in one step what the flow does in five. Every stage reads earlier files and leaves one; a run that
/// was stopped goes on after its last complete stage and ends with the same bytes. One thread.
/// </summary>
public sealed class PolicyTraining
{
    private readonly ExperienceCollector _collector;
    private readonly PolicyTrainingSettings _settings;
    private readonly StageFiles _files;
    private readonly TimeProvider _clock;
    private readonly IProgress<StageProgress>? _progress;

    /// <summary>A run.</summary>
    /// <param name="worlds">Makes the worlds to learn in.</param>
    /// <param name="settings">What to do.</param>
    /// <param name="files">The stages' files.</param>
    /// <param name="clock">Measures the stages.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    public PolicyTraining(
        IBatchedWorldsFactory worlds, PolicyTrainingSettings settings, StageFiles files, TimeProvider clock,
        IProgress<StageProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _collector = new ExperienceCollector(worlds, settings.Collection);
        (_settings, _files, _clock, _progress) = (settings, files, clock, progress);
    }

    /// <summary>Runs all stages that are not done.</summary>
    /// <returns>Where the networks are: a file of <see cref="PolicyNetworks"/>.</returns>
    public string Run(CancellationToken cancel)
    {
        set_num_threads(1);
        List<string> flights = [Fly("expert-flights", _settings.ExpertEpisodes, policy: null, cancel)];
        var policy = Train("clone", from: null, flights, _settings.Cloning, FlowMatching.Train, cancel);
        for (var round = 1; round <= _settings.Rounds.Count; round++)
        {
            flights.Add(Fly($"dagger-{round}-flights", _settings.RoundEpisodes, policy, cancel));
            policy = Train($"dagger-{round}", policy, flights, _settings.Rounds[round - 1], FlowMatching.Train, cancel);
        }

        return _files.PathOf(Train("distil", policy, flights, _settings.Distil, Distillation.Train, cancel));
    }

    /// <summary>The tracks of all flights so far, the expert's first: what a world model learns from.</summary>
    public IReadOnlyList<RobotTrack> Tracks()
    {
        string[] flights = ["expert-flights", .. Enumerable.Range(1, _settings.Rounds.Count).Select(round => $"dagger-{round}-flights")];
        return [.. flights.Select(TracksOf).Where(_files.Has).SelectMany(name => _files.Read(name, RobotTrackFile.Load))];
    }

    /// <summary>A stage that flies.</summary>
    /// <returns>The file of its samples.</returns>
    private string Fly(string stage, int episodes, string? policy, CancellationToken cancel)
    {
        var file = stage + ".samples";
        if (_files.Has(file))
        {
            return file;
        }

        var seed = Seed(stage);
        using var networks = policy is null ? null : Load(policy, seed);
        var slots = Math.Min(PlanShape.Neighbours, _settings.Collection.Robots - 1);
        var samples = new PolicySamples(episodes * _settings.Collection.Robots * _settings.Collection.Ticks, slots);
        var report = new StageReporter(stage, _settings.Collection.Ticks, _progress, _clock);
        var pilot = networks is null ? null : new NetworkPolicy(networks, student: false);
        var tracks = _collector.Fly(episodes, seed, pilot, samples, Done);
        _files.Write(TracksOf(stage), stream => RobotTrackFile.Save(tracks, stream));
        _files.Write(file, samples.Save);
        return file;

        void Done(int tick)
        {
            cancel.ThrowIfCancellationRequested();
            report.Done(tick);
        }
    }

    /// <summary>A stage that trains.</summary>
    /// <returns>The file of its networks.</returns>
    private string Train(
        string stage, string? from, IReadOnlyList<string> flights, TrainingSchedule schedule, TrainingLoop train, CancellationToken cancel)
    {
        var file = stage + ".dat";
        if (!_files.Has(file))
        {
            using var networks = Load(from, Seed(stage));
            PolicySamples[] samples = [.. flights.Select(name => _files.Read(name, PolicySamples.Load))];
            train(networks, samples, schedule, new StageReporter(stage, schedule.Steps, _progress, _clock), cancel);
            _files.Write(file, stream => StageFiles.Save(networks, stream));
        }

        return file;
    }

    /// <summary>
    /// Seeds the process's generator, then makes networks, with the weights in <paramref name="file"/> if there is one.
    /// </summary>
    private PolicyNetworks Load(string? file, ulong seed)
    {
        manual_seed((long)(seed >> 1));
        var networks = new PolicyNetworks();
        if (file is not null)
        {
            _files.Read(file, stream => StageFiles.Load(networks, stream));
        }

        return networks;
    }

    private static string TracksOf(string flights) => flights + ".tracks";

    /// <summary>A stage's own seed: the run's seed and the stage's name, mixed.</summary>
    private ulong Seed(string stage)
    {
        var name = 0;
        foreach (var letter in stage)
        {
            name = (name * 31) + letter;
        }

        return new RandomStream(_settings.Seed, name, LearningStreams.Networks).NextUInt64();
    }

    private delegate double TrainingLoop(
        PolicyNetworks networks, IReadOnlyList<PolicySamples> samples, TrainingSchedule schedule, StageReporter report,
        CancellationToken cancel);
}
