using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Recording.Tests;

/// <summary>Two numbers that are pushed and drift at random; an episode lasts 7 steps.</summary>
/// <param name="drift">Standard deviation of a step's drift: another one is another program.</param>
internal sealed class DriftWorld(float drift) : IWorld
{
    private readonly float[] _numbers = new float[2];
    private RandomStream _random = new(0, 0, 0);
    private int _step;

    public IReadOnlyList<ActionSpace> Actions { get; } = [ActionSpace.Continuous(1, -1f, 1f), ActionSpace.Discrete(5)];

    public IReadOnlyList<int> ObservationSizes { get; } = [1, 1];

    public void Reset(RandomStream random)
    {
        _random = random;
        _step = 0;
        _numbers[0] = random.NextGaussian();
        _numbers[1] = random.NextGaussian();
    }

    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        for (var i = 0; i < 2; i++)
        {
            _numbers[i] += actions[i] + (drift * _random.NextGaussian());
            rewards[i] = -_numbers[i];
        }

        return ++_step == 7 ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    public void Observe(Span<float> observations) => _numbers.CopyTo(observations);

    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_numbers.AsSpan());
        snapshot.Move(ref _step);
    }

    public void Draw(Scene scene)
    {
        scene.Disc(Role.Robot, _numbers[0], 0, 0.1);
        scene.Disc(Role.Robot, _numbers[1], 1, 0.1);
    }
}
