using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>
/// JaxRobotarium's step: each robot is driven to its waypoint by the polar position controller for <see cref="JaxRobotariumOptions.UpdateFrequency"/>
/// simulator steps, then the scenario's rules apply. Commands are computed at each simulator step unless the options hold them.
/// </summary>
internal sealed class JaxRobotariumWorld(JaxRobotariumScenario scenario) : WaypointWorld(scenario)
{
    private const string Certificate = "robust_boundary_sr0p2";

    private readonly JaxRobotariumOptions _options = scenario.Options;
    private readonly BarrierCertificate? _certificate =
        scenario.Options.Certified ? new(KnownCertificates.Legacy(Certificate)!, scenario.Robots) : null;

    /// <summary>Pairs of robots closer than the collision diameter at the end of the last step.</summary>
    public int Collisions { get; private set; }

    /// <summary>Robots outside the arena at the end of the last step.</summary>
    public int Outside { get; private set; }

    /// <inheritdoc/>
    public override EpisodeEnd Advance(ReadOnlySpan<int> actions)
    {
        for (var i = 0; i < scenario.Robots; i++)
        {
            Waypoints[i] = scenario.Waypoint(i, actions[i]);
        }

        scenario.MoveLandmarks();
        Drive();
        scenario.Update(actions, Rewards);
        CountViolations();
        var penalty = _options.ViolationShaping * (Collisions + Outside);
        if (penalty != 0d)
        {
            Rewards.AsSpan().Fill(penalty);
        }

        Observe();
        return Steps++ >= _options.MaxSteps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    private void Drive()
    {
        for (var k = 0; k < _options.UpdateFrequency; k++)
        {
            if (k == 0 || !_options.HoldsCommands)
            {
                Command();
            }

            UnicycleDynamics.Step(scenario.Poses, Commands);
        }
    }

    private void Command()
    {
        var poses = scenario.Poses;
        for (var i = 0; i < Commands.Length; i++)
        {
            Commands[i] = PolarPositionController.Control(poses[i], Waypoints[i]);
        }

        _certificate?.Certify(poses, Commands, Commands);
        for (var i = 0; i < Commands.Length; i++)
        {
            Commands[i] = Platform.Legacy.Saturate(Commands[i]);
        }
    }

    private void CountViolations()
    {
        var poses = scenario.Poses;
        (Collisions, Outside) = (0, 0);
        for (var i = 0; i < poses.Count; i++)
        {
            Outside += Arena.Testbed.Contains(poses.X[i], poses.Y[i]) ? 0 : 1;
            for (var j = i + 1; j < poses.Count; j++)
            {
                Collisions += (poses[i].Position - poses[j].Position).Length < Platform.CollisionDiameter ? 1 : 0;
            }
        }
    }
}
