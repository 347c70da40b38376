using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>
/// MARBLER's step: the point ahead of each robot is driven to its waypoint for <see cref="MarblerOptions.UpdateFrequency"/> simulator steps, or up
/// to the first that begins with a violation; then the scenario's rules apply. After a reset robots see their start, where MARBLER shows zeros.
/// </summary>
internal sealed class MarblerWorld(MarblerScenario scenario) : WaypointWorld(scenario)
{
    private const double PointAhead = 0.05;

    private readonly MarblerOptions _options = scenario.Options;
    private readonly SafetyCounters _counters = new(scenario.Robots);
    private readonly Vector2D[] _points = new Vector2D[scenario.Robots];
    private readonly Vector2D[] _velocities = new Vector2D[scenario.Robots];
    private readonly Vector2D[] _read = new Vector2D[scenario.Robots];
    private readonly double[] _travelled = new double[scenario.Robots];
    private readonly BarrierCertificate? _certificate =
        scenario.Options.Certificate is { } name ? new(KnownCertificates.Legacy(name)!, scenario.Robots) : null;

    private bool _hasRead;

    /// <summary>What ended the last step early.</summary>
    public Violations Violations { get; private set; }

    /// <summary>
    /// m that each robot moved in the last step, between positions that the step read: the way to the first is the end of the step before, and of
    /// its own way the last simulator step is missing.
    /// </summary>
    public ReadOnlySpan<double> Travelled => _travelled;

    /// <inheritdoc/>
    public override EpisodeEnd Advance(ReadOnlySpan<int> actions)
    {
        Steps++;
        for (var i = 0; i < scenario.Robots; i++)
        {
            Waypoints[i] = scenario.Waypoint(i, actions[i]);
        }

        Drive();
        scenario.Sense(actions);
        Observe();
        if (Violations != Violations.None)
        {
            Rewards.AsSpan().Fill(scenario.ViolationReward);
            return EpisodeEnd.Terminated;
        }

        scenario.Score(Rewards);
        return scenario.IsDone ? EpisodeEnd.Terminated : Steps > _options.MaxSteps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    /// <inheritdoc/>
    public override void Move(ref Snapshot snapshot)
    {
        base.Move(ref snapshot);
        snapshot.Move(ref _hasRead);
        snapshot.Move<Vector2D>(_read);
    }

    /// <inheritdoc/>
    protected override void Begin() => _hasRead = false;

    private void Drive()
    {
        Violations = Violations.None;
        Array.Clear(_travelled);
        for (var k = 0; k < _options.UpdateFrequency && Violations == Violations.None; k++)
        {
            Read();
            if (k % _options.HoldSteps == 0)
            {
                Command();
            }

            Check();
            UnicycleDynamics.Step(scenario.Poses, Commands);
        }

        if (Violations != Violations.None)
        {
            Measure();
        }
    }

    private void Read()
    {
        if (_hasRead)
        {
            Measure();
        }

        for (var i = 0; i < _read.Length; i++)
        {
            _read[i] = scenario.Poses[i].Position;
        }

        _hasRead = true;
    }

    private void Measure()
    {
        for (var i = 0; i < _read.Length; i++)
        {
            _travelled[i] += (scenario.Poses[i].Position - _read[i]).Length;
        }
    }

    private void Command()
    {
        var poses = scenario.Poses;
        for (var i = 0; i < Commands.Length; i++)
        {
            _points[i] = poses[i].Ahead(PointAhead);
            _velocities[i] = PositionController.Legacy.Control(_points[i], Waypoints[i]);
        }

        _certificate?.Certify(_points, _velocities, _velocities);
        for (var i = 0; i < Commands.Length; i++)
        {
            Commands[i] = Platform.Legacy.Saturate(UnicycleMaps.FromPointLegacy(poses[i], _velocities[i], PointAhead));
        }
    }

    private void Check()
    {
        if (_options.PenalizesViolations)
        {
            _counters.Clear();
            _counters.Count(Platform.Legacy, Arena.Testbed, scenario.Poses, Commands);
            Violations |= _counters.PairsTouching > 0 ? Violations.Collision : Violations.None;
            Violations |= _counters.StepsOutside > 0 ? Violations.Boundary : Violations.None;
        }
    }
}
