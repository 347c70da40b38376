using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>One bundle in the gate: loaded once, flown by the onboard agent on all robots. Not thread-safe.</summary>
internal sealed class Contender : IDisposable
{
    /// <summary>Robots in an episode: as many as in the training scenes.</summary>
    private const int Robots = 4;

    /// <summary>Half of what robots score per tick: both bundles suffer alike, and twice as many episodes fit into a minute.</summary>
    private const int Candidates = 16;

    /// <summary>Robots that are not at their goals by then have failed: the length of a mission in the demo.</summary>
    private const double LimitSeconds = 7.5;

    private readonly Func<string, Exception> _unflyable;
    private readonly AgentBrain[] _brains;
    private readonly List<float> _tickSeconds = [];

    /// <summary>Loads the bundle in <paramref name="folder"/>.</summary>
    /// <param name="folder">The bundle.</param>
    /// <param name="unflyable">Makes what is thrown when it cannot be flown.</param>
    public Contender(string folder, Func<string, Exception> unflyable)
    {
        _unflyable = unflyable;
        try
        {
            var release = ReleaseId.Of(File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest)));
            Bundle = ModelBundle.Load(folder, release, new ModelBundleOptions(Candidates, ["cpu"]));
        }
        catch (Exception e) when (e is BundleException or IOException)
        {
            throw unflyable(e.Message);
        }

        try
        {
            var limits = Bundle.Contract.Limits;
            var body = new AgentOptions(new RobotId(0), limits.RadiusMetres, limits.MaxSpeedMetresPerSecond, new ShieldOptions(), Seed: 0);
            _brains = [.. Enumerable.Range(0, Robots).Select(_ => new AgentBrain(Bundle, body))];
        }
        catch (ArgumentException e)
        {
            Bundle.Dispose();
            throw unflyable(e.Message);
        }
    }

    /// <summary>The bundle.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>Whether the ticks that are flown count for <see cref="TickP50Milliseconds"/>.</summary>
    public bool Timed { get; set; } = true;

    /// <summary>Median length of the timed plan ticks flown so far, milliseconds; not a number without any.</summary>
    public double TickP50Milliseconds
    {
        get
        {
            _tickSeconds.Sort();
            return _tickSeconds.Count == 0 ? double.NaN : 1e3 * _tickSeconds[_tickSeconds.Count / 2];
        }
    }

    /// <summary>A runner of episodes on <paramref name="floor"/>; they throw when the models give a number that is not finite.</summary>
    public LockStepRunner Runner(Floor floor, IScenario scenario)
    {
        try
        {
            var options = new EpisodeOptions { Scenario = scenario, Robots = Robots, Floor = floor, LimitSeconds = LimitSeconds, EndOnCollision = true };
            return new LockStepRunner(options, _brains) { Stepped = (world, _) => After(world.StepCount - 1, scenario.Name) };
        }
        catch (ArgumentException e)
        {
            throw _unflyable(e.Message);
        }
    }

    /// <summary>These prediction errors, when all are numbers.</summary>
    public IReadOnlyDictionary<string, double> Checked(IReadOnlyDictionary<string, double> errors) =>
        errors.FirstOrDefault(e => !double.IsFinite(e.Value)).Key is { } name ? throw _unflyable($"predictions on the held-out logs are not finite: {name}") : errors;

    /// <inheritdoc/>
    public void Dispose() => Bundle.Dispose();

    private void After(long step, string scenario)
    {
        if (step % PlanShape.StepsPerTick != 0)
        {
            return;
        }

        foreach (var brain in _brains)
        {
            if (Timed)
            {
                _tickSeconds.Add(brain.LastTick.Timings.Total);
            }

            if (brain.LastTick.Fault == TickFault.BadModelOutput)
            {
                throw _unflyable($"the models give numbers that are not finite in flight ({scenario})");
            }
        }
    }
}
