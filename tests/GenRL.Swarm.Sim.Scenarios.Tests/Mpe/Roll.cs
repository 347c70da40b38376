using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

/// <summary>An environment that is run with random actions: world w's actions depend on w and on the step alone.</summary>
internal sealed class Roll
{
    private readonly IEnvironment _environment;
    private readonly float[] _actions;
    private readonly float[] _observations;
    private readonly float[] _rewards;
    private readonly EpisodeEnd[] _ends;

    public Roll(IEnvironment environment, ulong seed)
    {
        _environment = environment;
        var shape = environment.Shape;
        _actions = new float[shape.ActionLength];
        _observations = new float[shape.ObservationLength];
        _rewards = new float[shape.RewardLength];
        _ends = new EpisodeEnd[shape.Worlds];
        environment.Reset(seed, _observations);
    }

    public ReadOnlySpan<float> Observations => _observations;

    /// <summary>Draws what world <paramref name="world"/> does as if it were <paramref name="alias"/>.</summary>
    public void Choose(int world, int alias, int step)
    {
        var random = new RandomStream(99, alias, step);
        var shape = _environment.Shape;
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            var space = shape.Actions[agent];
            for (var number = 0; number < space.Size; number++)
            {
                _actions[shape.ActionIndex(world, agent, number)] =
                    space.Choices.Length > 0 ? random.NextInt32(space.Choices[number]) : random.NextSingle(space.Low - 0.2f, space.High + 0.2f);
            }
        }
    }

    public void Step() => _environment.Step(_actions, _observations, _rewards, _ends);

    public void StepAll(int step)
    {
        for (var world = 0; world < _environment.Shape.Worlds; world++)
        {
            Choose(world, world, step);
        }

        Step();
    }

    /// <summary>All that a step gave a world, bit by bit.</summary>
    public IEnumerable<int> Bits(int world)
    {
        var shape = _environment.Shape;
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            for (var number = 0; number < shape.ObservationSize(agent); number++)
            {
                yield return BitConverter.SingleToInt32Bits(_observations[shape.ObservationIndex(world, agent, number)]);
            }

            yield return BitConverter.SingleToInt32Bits(_rewards[shape.RewardIndex(world, agent)]);
        }

        yield return (int)_ends[world];
    }

    /// <summary>Runs some steps and gathers what they gave the first <paramref name="worlds"/> worlds.</summary>
    public static List<int> Record(IEnvironment environment, int steps, int worlds)
    {
        using (environment)
        {
            var roll = new Roll(environment, seed: 5);
            var record = new List<int>();
            for (var step = 0; step < steps; step++)
            {
                roll.StepAll(step);
                for (var world = 0; world < worlds; world++)
                {
                    record.AddRange(roll.Bits(world));
                }
            }

            return record;
        }
    }
}
