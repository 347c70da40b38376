using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>Flies a scenario by a script, in a few worlds side by side, and adds up what came of it.</summary>
internal sealed class Pilot : IDisposable
{
    public const int Worlds = 16;
    private readonly float[] _actions;
    private readonly float[] _observations;
    private readonly float[] _rewards;
    private readonly EpisodeEnd[] _ends = new EpisodeEnd[Worlds];
    private readonly int[] _steps = new int[Worlds];

    public Pilot(IBodyScenarioFactory options, ulong seed = 1)
    {
        Environment = BodyEnvironments.Create(options, Worlds);
        var shape = Environment.Shape;
        (_actions, _observations, _rewards) = (new float[shape.ActionLength], new float[shape.ObservationLength], new float[shape.RewardLength]);
        Environment.Reset(seed, _observations);
    }

    /// <summary>What an agent does: its number, the step of the episode, what it sees.</summary>
    public delegate (double X, double Y) Script(int agent, int step, ReadOnlySpan<float> seen);

    public IEnvironment Environment { get; }

    /// <summary>Episodes that ended by themselves.</summary>
    public int Finished { get; private set; }

    /// <summary>Episodes that ran out of time.</summary>
    public int CutOff { get; private set; }

    /// <summary>Rewards of all agents over all steps and worlds, per world and step.</summary>
    public double MeanReward { get; private set; }

    /// <summary>Share of the episodes that ended by themselves.</summary>
    public double Success => Finished / Math.Max(1d, Finished + CutOff);

    public void Dispose() => Environment.Dispose();

    /// <summary>Flies for some steps.</summary>
    public Pilot Fly(Script script, int steps)
    {
        var sum = 0d;
        for (var step = 0; step < steps; step++)
        {
            Choose(script);
            Environment.Step(_actions, _observations, _rewards, _ends);
            for (var world = 0; world < Worlds; world++)
            {
                _steps[world] = _ends[world] == EpisodeEnd.None ? _steps[world] + 1 : 0;
                Finished += _ends[world] == EpisodeEnd.Terminated ? 1 : 0;
                CutOff += _ends[world] == EpisodeEnd.Truncated ? 1 : 0;
                for (var agent = 0; agent < Environment.Shape.Agents; agent++)
                {
                    sum += _rewards[Environment.Shape.RewardIndex(world, agent)];
                }
            }
        }

        MeanReward = sum / steps / Worlds;
        return this;
    }

    /// <summary>What an agent earned in the last step.</summary>
    public float Earned(int world, int agent) => _rewards[Environment.Shape.RewardIndex(world, agent)];

    /// <summary>What an agent sees now.</summary>
    public float[] Seen(int world, int agent) =>
        [.. Enumerable.Range(0, Environment.Shape.ObservationSize(agent)).Select(number => _observations[Environment.Shape.ObservationIndex(world, agent, number)])];

    private void Choose(Script script)
    {
        var shape = Environment.Shape;
        for (var world = 0; world < Worlds; world++)
        {
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                var (x, y) = script(agent, _steps[world], Seen(world, agent));
                _actions[shape.ActionIndex(world, agent, 0)] = (float)x;
                _actions[shape.ActionIndex(world, agent, 1)] = (float)y;
            }
        }
    }
}
