using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// The rows of one step: 8 faces of the speed limit, then one per lidar hit and per neighbour that could bind. A barrier bounds the
/// acceleration along its normal; with a = (G u + bias - v) / tau that is a half-plane of commands. All in world axes.
/// </summary>
internal sealed class BarrierRows(ShieldOptions options)
{
    /// <summary>A hit this close to a sensed neighbour's edge is that neighbour, metres: range error and half a ray's width.</summary>
    private const double SameBody = 0.05;

    /// <summary>A row whose violation at the answer is above minus this is active.</summary>
    private const double Active = 1e-6;

    private readonly HalfPlane[] _rows = new HalfPlane[SpeedPolygon.Faces + SensorFrame.MaxNeighbours + SensorFrame.MaxRays];
    private readonly double _radius = options.Radius + options.ControlPointAhead;
    private int _count;
    private int _firstNeighbour;

    /// <summary>The smallest barrier value, metres per second; +infinity without neighbours and obstacles.</summary>
    public double SmallestBarrier { get; private set; }

    /// <summary>Whether a barrier asks for more than the actuators can give: its row then asks for all that they can.</summary>
    public bool Unattainable { get; private set; }

    /// <summary>Builds the rows for the instant at which the command acts.</summary>
    /// <param name="frame">A usable frame.</param>
    /// <param name="self">The robot's state at that instant.</param>
    /// <param name="ahead">Seconds from the frame to that instant.</param>
    /// <param name="target">The command asked for, metres per second.</param>
    /// <param name="model">The floor.</param>
    /// <param name="limits">What can be done on it.</param>
    public void Build(SensorFrame frame, in PlanarState self, double ahead, Vector2 target, ActuatorModel model, in FloorLimits limits)
    {
        SmallestBarrier = double.PositiveInfinity;
        Unattainable = false;
        SpeedPolygon.Write(_rows, target.X, target.Y, options.MaxSpeed);
        _count = SpeedPolygon.Faces;
        AddObstacles(frame, self, model, limits);
        _firstNeighbour = _count;
        AddNeighbours(frame, self, ahead, model, limits);
    }

    /// <summary>Solves for the command nearest to <paramref name="target"/>.</summary>
    public PlanarQpOutcome Solve(Vector2 target, out Vector2 allowed)
    {
        // Walls do not give way: neighbours' rows are given up first, then the obstacles', the speed limit never.
        var rows = _rows.AsSpan(0, _count);
        var outcome = PlanarQp.Solve(rows, _firstNeighbour, target.X, target.Y, out var x, out var y);
        if (outcome == PlanarQpOutcome.Invalid && _firstNeighbour > SpeedPolygon.Faces)
        {
            outcome = PlanarQp.Solve(rows, SpeedPolygon.Faces, target.X, target.Y, out x, out y);
        }

        allowed = new Vector2((float)x, (float)y);
        return outcome;
    }

    /// <summary>Of the rows that hold <paramref name="allowed"/> back, the kind of the one that <paramref name="target"/> violates most.</summary>
    public ShieldReason MostRestrictive(Vector2 target, Vector2 allowed)
    {
        var worst = -1;
        var largest = 0.0;
        for (var i = 0; i < _count; i++)
        {
            var violation = _rows[i].Violation(target.X, target.Y);
            if (violation > largest && _rows[i].Violation(allowed.X, allowed.Y) > -Active)
            {
                worst = i;
                largest = violation;
            }
        }

        return worst < SpeedPolygon.Faces ? ShieldReason.SpeedLimit : worst < _firstNeighbour ? ShieldReason.Obstacle : ShieldReason.Neighbour;
    }

    private void AddNeighbours(SensorFrame frame, in PlanarState self, double ahead, ActuatorModel model, in FloorLimits limits)
    {
        // Both move while the command stands.
        var keep = _radius + options.Margin + 2 * limits.TopSpeed * options.StepSeconds;
        foreach (ref readonly var neighbour in frame.Neighbours.AsSpan(0, frame.NeighbourCount))
        {
            var other = Unseen(neighbour, self, ahead, model, limits);
            var barrier = BrakingBarrier.Between(self, other, keep + neighbour.Radius, 2 * limits.Braking, options.Gamma);
            Add(barrier, options.NeighbourShare, self, model);
        }
    }

    /// <summary>The neighbour when the command acts, if from the frame on it turned towards <paramref name="self"/>: what is in its delay line is unknown.</summary>
    private PlanarState Unseen(in SensedNeighbour neighbour, in PlanarState self, double ahead, ActuatorModel model, in FloorLimits limits)
    {
        var seen = new PlanarState(neighbour.Position.X, neighbour.Position.Y, neighbour.Velocity.X, neighbour.Velocity.Y);
        double dx = self.X - seen.X, dy = self.Y - seen.Y;
        var speed = options.UnseenApproach * limits.TopSpeed / Math.Max(Math.Sqrt(dx * dx + dy * dy), 1e-9);
        return seen.Settling(model, speed * dx, speed * dy, ahead);
    }

    private void AddObstacles(SensorFrame frame, in PlanarState self, ActuatorModel model, in FloorLimits limits)
    {
        var keep = _radius + options.Margin + limits.TopSpeed * options.StepSeconds;
        for (var i = 0; i < frame.RayCount; i++)
        {
            var range = frame.Ranges[i];
            if (range >= frame.MaxRange)
            {
                continue;
            }

            var (sin, cos) = Math.SinCos(frame.Ego.Heading + 2 * Math.PI * i / frame.RayCount);
            var hit = new PlanarState(frame.Ego.Position.X + range * cos, frame.Ego.Position.Y + range * sin, 0, 0);
            if (!IsNeighbour(frame, hit))
            {
                Add(BrakingBarrier.Between(self, hit, keep, limits.Braking, options.Gamma), 1, self, model);
            }
        }
    }

    private static bool IsNeighbour(SensorFrame frame, in PlanarState hit)
    {
        foreach (ref readonly var neighbour in frame.Neighbours.AsSpan(0, frame.NeighbourCount))
        {
            double dx = hit.X - neighbour.Position.X, dy = hit.Y - neighbour.Position.Y, reach = neighbour.Radius + SameBody;
            if (dx * dx + dy * dy < reach * reach)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(in BrakingBarrier barrier, double share, in PlanarState self, ActuatorModel model)
    {
        SmallestBarrier = Math.Min(SmallestBarrier, barrier.Value);

        // -n . (G u + bias - v) <= tau share approach, as a row of length 1.
        var x = -(barrier.NormalX * model.GainXX + barrier.NormalY * model.GainYX);
        var y = -(barrier.NormalX * model.GainXY + barrier.NormalY * model.GainYY);
        var length = Math.Sqrt(x * x + y * y);
        var drift = barrier.NormalX * (model.Bias.X - self.VelocityX) + barrier.NormalY * (model.Bias.Y - self.VelocityY);
        var bound = (model.TimeConstant * share * barrier.Approach + drift) / length;
        if (bound >= options.MaxSpeed)
        {
            return; // No command within the speed limit can violate it.
        }

        var most = -options.MaxSpeed * SpeedPolygon.InnerRadius;
        Unattainable |= bound < most;
        _rows[_count++] = new HalfPlane(x / length, y / length, Math.Max(bound, most));
    }
}
