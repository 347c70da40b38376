using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Experience;

namespace GenRL.Swarm.Learning.Policies.Probing;

/// <summary>
/// Flies a policy the way a robot does, but with the true model of the floor: K sampled plans, half of them with added noise, the
/// previous plan in place of the last, are rolled out, scored, and averaged by their soft minimum. With K = 1 the one sample is flown as
/// it is.
/// </summary>
internal sealed class ScoringPilot : ISwarmPilot
{
    private const int H = PlanShape.Horizon;
    private const float Spread = 0.2f; // metres per second
    private const float MaxSpeed = 1f;

    private readonly SwarmPlans _plans;
    private readonly SwarmObserver _observer;
    private readonly SwarmScenes _scenes;
    private readonly DelayedLag _motion;
    private readonly IChunkPolicy _policy;
    private readonly RandomStream _random;
    private readonly int _samples;
    private readonly Vector2[] _proposals;
    private readonly Vector2[] _path = new Vector2[H];
    private readonly float[] _costs;
    private readonly float[] _weights;

    /// <summary>A pilot that takes <paramref name="samples"/> plans per robot from <paramref name="policy"/>.</summary>
    public ScoringPilot(
        SwarmPlans plans, SwarmObserver observer, SwarmScenes scenes, DelayedLag motion, IChunkPolicy policy,
        int samples, RandomStream random)
    {
        (_plans, _observer, _scenes, _motion, _policy, _samples, _random) = (plans, observer, scenes, motion, policy, samples, random);
        _proposals = new Vector2[observer.Batch.Count * samples * H];
        _costs = new float[samples];
        _weights = new float[samples];
    }

    /// <inheritdoc/>
    public void Decide()
    {
        _policy.Propose(_observer.Batch, _samples, _proposals);
        for (var i = 0; i < _observer.Batch.Count; i++)
        {
            var candidates = _proposals.AsSpan(i * _samples * H, _samples * H);
            if (_samples == 1)
            {
                Limit(candidates, spread: 0f);
                candidates.CopyTo(_plans.Plan(i));
            }
            else
            {
                Choose(i, candidates);
            }
        }
    }

    private void Choose(int robot, Span<Vector2> candidates)
    {
        Limit(candidates[..(_samples / 2 * H)], spread: 0f);
        Limit(candidates[(_samples / 2 * H)..], Spread);
        _plans.Plan(robot).CopyTo(candidates[((_samples - 1) * H)..]);
        var scene = _scenes.Of(robot);
        for (var k = 0; k < _samples; k++)
        {
            var plan = candidates.Slice(k * H, H);
            _motion.Roll(_scenes.Position(robot), _scenes.Velocity(robot), _plans.Pending(robot), plan, _path);
            _costs[k] = PlanCost.Of(_path, plan, scene);
        }

        if (SoftMinimum.Weights(_costs, CostWeights.Temperature, _weights) < 0)
        {
            return;
        }

        var chosen = _plans.Plan(robot);
        chosen.Clear();
        for (var at = 0; at < candidates.Length; at++)
        {
            chosen[at % H] += _weights[at / H] * candidates[at];
        }
    }

    private void Limit(Span<Vector2> plans, float spread)
    {
        foreach (ref var u in plans)
        {
            if (spread > 0f)
            {
                u += spread * new Vector2(_random.NextGaussian(), _random.NextGaussian());
            }

            u = Commands.Limit(u, MaxSpeed);
        }
    }
}
