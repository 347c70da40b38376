using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>Takes a film of a rollout's first world.</summary>
internal sealed class Camera(Rollout rollout)
{
    private readonly Scene _scene = new();
    private readonly Film _film = new();
    private int _episode = 1;
    private int _step;

    /// <summary>Films the start and up to <paramref name="steps"/> steps.</summary>
    /// <param name="steps">Steps.</param>
    /// <param name="oneEpisode">Whether to stop with the last picture of the first episode.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Heeded between steps.</param>
    public Film Take(int steps, bool oneEpisode, ProgressLine? progress, CancellationToken cancellationToken)
    {
        Add(0d);
        for (var step = 1; step <= steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rollout.Step();
            if (rollout.Ends[0] != EpisodeEnd.None && oneEpisode)
            {
                break;
            }

            AddStep();
            if (progress?.IsDue == true)
            {
                progress.Show($"render: {step} of {steps} steps");
            }
        }

        progress?.Clear();
        return _film;
    }

    /// <summary>The world as it stands after a step. Where that ended an episode, it is the start of the next: no picture shows the end.</summary>
    private void AddStep()
    {
        if (rollout.Ends[0] == EpisodeEnd.None)
        {
            _step++;
            Add(Reward());
        }
        else
        {
            (_episode, _step) = (_episode + 1, 0);
            Add(0d);
        }
    }

    private void Add(double reward)
    {
        _scene.Clear();
        rollout.Environment.Draw(0, _scene);
        _film.Add(_scene, _episode, _step, reward);
    }

    private double Reward()
    {
        var shape = rollout.Environment.Shape;
        var sum = 0d;
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            sum += rollout.Rewards[shape.RewardIndex(0, agent)];
        }

        return sum;
    }
}
