using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Sim.Running;

/// <summary>An environment, a policy, and the memory between them. The environment stays the caller's. Not thread-safe.</summary>
internal sealed class Rollout
{
    private readonly IPolicy _policy;
    private readonly float[] _actions;
    private readonly float[] _observations;
    private readonly float[] _rewards;
    private readonly EpisodeEnd[] _ends;

    /// <summary>Starts an episode in every world.</summary>
    public Rollout(IEnvironment environment, IPolicy policy, ulong seed)
    {
        (Environment, _policy) = (environment, policy);
        var shape = environment.Shape;
        _actions = new float[shape.ActionLength];
        _observations = new float[shape.ObservationLength];
        _rewards = new float[shape.RewardLength];
        _ends = new EpisodeEnd[shape.Worlds];
        environment.Reset(seed, _observations);
    }

    /// <summary>What is stepped.</summary>
    public IEnvironment Environment { get; }

    /// <summary>What the agents did last.</summary>
    public ReadOnlySpan<float> Actions => _actions;

    /// <summary>What the agents see.</summary>
    public ReadOnlySpan<float> Observations => _observations;

    /// <summary>What the last step earned.</summary>
    public ReadOnlySpan<float> Rewards => _rewards;

    /// <summary>How the last step left each world's episode.</summary>
    public ReadOnlySpan<EpisodeEnd> Ends => _ends;

    /// <summary>One step of every world.</summary>
    public void Step()
    {
        _policy.Act(Environment.Shape, _actions);
        Environment.Step(_actions, _observations, _rewards, _ends);
    }
}
