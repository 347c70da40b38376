using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Sim.Policies;

/// <summary>
/// Uniform choices and numbers. Each agent keeps what it drew for a number of steps, and agents change their minds at different ones: held for one
/// step it is noise, held for several it covers ground. World w's draws follow from (seed, w), whatever the number of worlds.
/// </summary>
/// <param name="seed">The run's seed.</param>
/// <param name="worlds">Number of worlds.</param>
/// <param name="hold">Steps for which an action is kept; at least 1.</param>
internal sealed class RandomPolicy(ulong seed, int worlds, int hold) : IPolicy
{
    /// <summary>Apart from the streams of the worlds themselves, which count their purposes from 0.</summary>
    private const int Stage = 0x504F4C;

    private readonly RandomStream[] _streams = [.. Enumerable.Range(0, worlds).Select(world => new RandomStream(seed, world, Stage))];
    private int _step;

    public void Act(EnvironmentShape shape, Span<float> actions)
    {
        for (var world = 0; world < shape.Worlds; world++)
        {
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                if (_step == 0 || (_step + agent) % hold == 0)
                {
                    Draw(shape, world, agent, actions);
                }
            }
        }

        _step++;
    }

    private void Draw(EnvironmentShape shape, int world, int agent, Span<float> actions)
    {
        var (space, stream) = (shape.Actions[agent], _streams[world]);
        for (var number = 0; number < space.Size; number++)
        {
            actions[shape.ActionIndex(world, agent, number)] =
                space.Choices.Length > 0 ? stream.NextInt32(space.Choices[number]) : stream.NextSingle(space.Low, space.High);
        }
    }
}
