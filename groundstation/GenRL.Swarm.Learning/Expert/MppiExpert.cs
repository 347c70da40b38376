using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Expert;

/// <summary>
/// The teacher that knows the floor: decentralised model-predictive path integral control (Williams et al., ICRA 2017) of one robot,
/// whose neighbours are where their announced paths say. Candidates always include the plan so far, go-to-goal, stop, and go-to-goal
/// turned 40 degrees to the right, which breaks the symmetry of robots that meet head-on. Allocates nothing per plan; not thread-safe.
/// </summary>
public sealed class MppiExpert
{
    private const int Fixed = 4;
    private const float RightHand = -0.7f; // radians
    private const int H = PlanShape.Horizon;

    private readonly MppiSettings _settings;
    private readonly RandomStream _random;
    private readonly NoiseBank _noise;
    private readonly Vector2[] _plans;
    private readonly float[] _costs;
    private readonly float[] _weights;
    private readonly Vector2[] _path = new Vector2[H];

    /// <summary>An expert for <paramref name="floor"/>.</summary>
    /// <param name="floor">How commands become motion.</param>
    /// <param name="settings">How to search.</param>
    /// <param name="random">Where its noise comes from; the same stream gives the same plans.</param>
    public MppiExpert(ActuatorModel floor, MppiSettings settings, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Candidates, Fixed, nameof(settings));
        (_settings, _random) = (settings, random);
        Motion = new DelayedLag(floor);
        _noise = new NoiseBank(settings.NoiseDeviation, random);
        _plans = new Vector2[settings.Candidates * H];
        _costs = new float[settings.Candidates];
        _weights = new float[settings.Candidates];
    }

    /// <summary>How this expert believes that plans become paths.</summary>
    public DelayedLag Motion { get; }

    /// <summary>Improves a plan.</summary>
    /// <param name="position">Position now, metres.</param>
    /// <param name="velocity">Velocity now, metres per second.</param>
    /// <param name="pending">Commands yet to take effect, as <see cref="DelayedLag.Roll"/> wants them.</param>
    /// <param name="scene">What to plan for, with <see cref="PlanScene.Steps"/> = H.</param>
    /// <param name="plan">The warm start, [H], metres per second; receives the plan.</param>
    public void Plan(Vector2 position, Vector2 velocity, ReadOnlySpan<Vector2> pending, in PlanScene scene, Span<Vector2> plan)
    {
        for (var iteration = 0; iteration < _settings.Iterations; iteration++)
        {
            Propose(position, scene.Goal, plan);
            for (var k = 0; k < _costs.Length; k++)
            {
                var candidate = _plans.AsSpan(k * H, H);
                Motion.Roll(position, velocity, pending, candidate, _path);
                _costs[k] = PlanCost.Of(_path, candidate, scene);
            }

            if (SoftMinimum.Weights(_costs, _settings.Temperature, _weights) >= 0)
            {
                Average(plan);
            }
        }
    }

    private void Propose(Vector2 position, Vector2 goal, ReadOnlySpan<Vector2> plan)
    {
        var direct = Commands.GoToGoal(position, goal, _settings.MaxSpeed);
        var (sin, cos) = MathF.SinCos(RightHand);
        plan.CopyTo(_plans);
        Commands.Hold(direct, _plans.AsSpan(H, H));
        Commands.Hold(Vector2.Zero, _plans.AsSpan(2 * H, H));
        Commands.Hold(new Vector2((cos * direct.X) - (sin * direct.Y), (sin * direct.X) + (cos * direct.Y)), _plans.AsSpan(3 * H, H));
        for (var k = Fixed; k < _costs.Length; k++)
        {
            var noise = _noise.Pick(_random);
            var candidate = _plans.AsSpan(k * H, H);
            for (var t = 0; t < H; t++)
            {
                candidate[t] = Commands.Limit(plan[t] + noise[t], _settings.MaxSpeed);
            }
        }
    }

    private void Average(Span<Vector2> plan)
    {
        plan.Clear();
        for (var k = 0; k < _weights.Length; k++)
        {
            if (_weights[k] < 1e-6f)
            {
                continue;
            }

            for (var t = 0; t < H; t++)
            {
                plan[t] += _weights[k] * _plans[(k * H) + t];
            }
        }
    }
}
