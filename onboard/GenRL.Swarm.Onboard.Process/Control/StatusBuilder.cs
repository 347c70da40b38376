using System.Numerics;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>Makes the robot's messages about itself out of a snapshot. Not for the control thread: it allocates.</summary>
internal sealed class StatusBuilder(RobotId robot, BodyOptions body, DriverAccount account)
{
    private readonly LogHistogram _before = new();
    private readonly LogHistogram _latest = new();

    /// <summary>What the ground station is told.</summary>
    public RobotStatus Status(FlightSnapshot s)
    {
        // A measurement that is not a number cannot be told: the shield has braked and its reason says why.
        var ego = s.Ego.IsFinite ? s.Ego : default;
        return new RobotStatus(
            robot.Value, s.Now.Nanoseconds, ego.Position.X, ego.Position.Y, ego.Heading, ego.Velocity.X, ego.Velocity.Y, body.RadiusMetres,
            s.Goal.Active ? new RobotGoal(s.Goal.Mission, s.Goal.Goal.X, s.Goal.Goal.Y) : null,
            s.HasPlan ? Flat(s.Path) : [], [.. s.Neighbours.Where(n => n.Present && n.HasMessage).Select(Told)],
            s.Release.Hex, s.Epoch, new ShieldActivity(s.Reason, s.Interventions), Health(s), BatteryLow: false);
    }

    /// <summary>Percentiles count from here on.</summary>
    public void BeginWindow() => _before.CopyFrom(account.TickDuration);

    private static float[] Flat(ReadOnlySpan<Vector2> path)
    {
        var flat = new float[2 * path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            flat[2 * i] = path[i].X;
            flat[(2 * i) + 1] = path[i].Y;
        }

        return flat;
    }

    /// <summary>The neighbour's path through the four places that the models were given.</summary>
    private static ToldIntention Told(AttendedNeighbour neighbour)
    {
        Span<Vector2> places = [neighbour.Position, neighbour.At05, neighbour.At10, neighbour.At15];
        var path = new Vector2[PlanShape.Horizon];
        for (var t = 0; t < path.Length; t++)
        {
            var (leg, part) = Math.DivRem(t + 1, PlanShape.Horizon / 3);
            path[t] = leg == 3 ? places[3] : Vector2.Lerp(places[leg], places[leg + 1], part / (PlanShape.Horizon / 3f));
        }

        return new ToldIntention(neighbour.Id.Value, Flat(path));
    }

    private TickHealth Health(FlightSnapshot s)
    {
        _latest.SetDifference(account.TickDuration, _before);
        return new TickHealth(
            account.Ticks, s.TicksOnRelease, account.MissedTicks, (float)(_latest.Percentile(0.5) * 1e-6), (float)(_latest.Percentile(0.99) * 1e-6));
    }
}
