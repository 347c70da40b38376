using System.Text.Json;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies;

/// <summary>
/// A generative policy from nothing: the expert flies, a flow model clones it, then flies itself while the expert corrects it (DAgger), and at last a
/// student learns to do in one step what the flow does in five. Every stage reads earlier files and leaves one; a run that was stopped goes on
/// after its last complete stage and ends with the same bytes. One thread.
/// </summary>
public sealed class PolicyTraining
{
    private const string Final = "policy.dat";

    private readonly ExperienceCollector _collector;
    private readonly PolicyTrainingSettings _settings;
    private readonly StageFiles _files;
    private readonly TimeProvider _clock;
    private readonly IProgress<StageProgress>? _progress;

    /// <summary>A run.</summary>
    /// <param name="worlds">Makes the worlds to learn in.</param>
    /// <param name="settings">What to do.</param>
    /// <param name="folder">Holds the stages' files.</param>
    /// <param name="clock">Measures the stages.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    /// <exception cref="InvalidOperationException">The folder holds a run with another seed or other settings.</exception>
    public PolicyTraining(
        IBatchedWorldsFactory worlds, PolicyTrainingSettings settings, string folder, TimeProvider clock, IProgress<StageProgress>? progress)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _collector = new ExperienceCollector(worlds, settings.Collection);
        _files = new StageFiles(folder, JsonSerializer.Serialize(settings));
        (_settings, _clock, _progress) = (settings, clock, progress);
    }

    /// <summary>Runs all stages that are not done.</summary>
    /// <returns>Where the networks are: a file of <see cref="PolicyNetworks"/>.</returns>
    public string Run(CancellationToken cancel)
    {
        set_num_threads(1);
        List<string> flights = [Fly("expert flights", 0, _settings.ExpertEpisodes, pilot: null, cancel)];
        var policy = Train("clone", 1, from: null, flights, _settings.Clone, FlowMatching.Train, cancel);
        for (var round = 0; round < _settings.Rounds.Count; round++)
        {
            flights.Add(Fly($"DAgger {round + 1} flights", (2 * round) + 2, _settings.RoundEpisodes, policy, cancel));
            policy = Train($"DAgger {round + 1}", (2 * round) + 3, policy, flights, _settings.Rounds[round], FlowMatching.Train, cancel);
        }

        return Train("distil", 100, policy, flights, _settings.Distil, Distillation.Train, cancel, Final);
    }

    /// <summary>Tracks of the expert's flights, for the world model; flies them if that stage is not done.</summary>
    public IReadOnlyList<RobotTrack> ExpertTracks(CancellationToken cancel)
    {
        Fly("expert flights", 0, _settings.ExpertEpisodes, pilot: null, cancel);
        return [];
    }
}
