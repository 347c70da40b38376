using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>Films an environment's first world.</summary>
/// <param name="environment">Just reset; stays the caller's.</param>
internal sealed class Camera(IEnvironment environment)
{
    private readonly Scene _scene = new();
    private int _episode = 1;
    private int _step;

    /// <summary>What was filmed so far.</summary>
    public Film Film { get; } = new();

    /// <summary>Films the world as it stands after a reset.</summary>
    public void FilmStart() => Add(0d);

    /// <summary>Films the world as it stands after a step. Where that ended an episode, it is the start of the next: no picture shows the end.</summary>
    public void FilmStep(ReadOnlySpan<float> rewards, ReadOnlySpan<EpisodeEnd> ends)
    {
        if (ends[0] == EpisodeEnd.None)
        {
            _step++;
            Add(Earned(rewards));
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
        environment.Draw(0, _scene);
        Film.Add(_scene, _episode, _step, reward);
    }

    private double Earned(ReadOnlySpan<float> rewards)
    {
        var sum = 0d;
        for (var agent = 0; agent < environment.Shape.Agents; agent++)
        {
            sum += rewards[environment.Shape.RewardIndex(0, agent)];
        }

        return sum;
    }
}
