using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.WorldModels;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Evaluation;

/// <summary>Predicts a window in open loop: positions of ego [B,2] and neighbours [B,S,2] at each of the steps 1 to 20 after filtering.</summary>
public delegate IReadOnlyList<(Tensor Ego, Tensor Neighbours)> Predictor(WindowBatch batch);

/// <summary>The predictors that are compared.</summary>
public static class Predictors
{
    private const int W = TrackWindows.Filtering;
    private const float Step = Contracts.Planning.PlanShape.TickSeconds;

    /// <summary>Everybody goes on as they do.</summary>
    public static Predictor ConstantVelocity { get; } = batch =>
        [.. Enumerable.Range(1, TrackWindows.OpenLoop).Select(k => (
            batch.Positions[W - 1] + (batch.Velocities[W - 1] * (k * Step)),
            batch.NeighbourPositions[W - 1] + (batch.NeighbourVelocities[W - 1] * (k * Step))))];

    /// <summary>A world model after 10 filtering steps, its messages frozen at the last one received.</summary>
    public static Predictor Learned(FactoredWorldModel model) => batch =>
    {
        ArgumentNullException.ThrowIfNull(model);
        var memory = EntityMemory.Empty(batch.Positions[0].size(0), batch.NeighbourPositions[0].size(1));
        for (var t = 0; t < W - 1; t++)
        {
            var next = (batch.Velocities[t + 1], batch.NeighbourVelocities[t + 1]);
            memory = model.Filter(batch.Measured(t, memory), batch.Commands[t], batch.Intentions[t], next);
        }

        var state = batch.Measured(W - 1, memory);
        var path = new List<(Tensor, Tensor)>();
        for (var k = 0; k < TrackWindows.OpenLoop; k++)
        {
            state = model.Imagine(state, batch.Commands[W - 1 + k], batch.Intentions[W - 1], k * Step);
            path.Add((state.Position, state.NeighbourPosition));
        }

        return path;
    };

    /// <summary><paramref name="predictor"/> when nobody says anything: way-points at constant velocity, goals unknown.</summary>
    public static Predictor WithoutMessages(Predictor predictor) => batch => predictor(batch with
    {
        Intentions = [.. batch.Intentions.Select((said, t) =>
        {
            var (q, w) = (batch.NeighbourPositions[t], batch.NeighbourVelocities[t]);
            return said with { Waypoints = cat([q + (w * 0.5f), q + w, q + (w * 1.5f)], -1), Goal = q, HasMessage = zeros_like(said.HasMessage) };
        })],
    });

    /// <summary>The ego on an identified floor, its commands delayed as the floor delays them; neighbours at constant velocity.</summary>
    public static Predictor Identified(ActuatorModel floor) => batch =>
    {
        ArgumentNullException.ThrowIfNull(floor);
        var neighbours = ConstantVelocity(batch);
        var gain = tensor([floor.GainXX, floor.GainYX, floor.GainXY, floor.GainYY], [2, 2]);
        var bias = tensor([floor.Bias.X, floor.Bias.Y]);
        var decay = MathF.Exp(-Step / floor.TimeConstant);
        var carry = floor.TimeConstant * (1 - decay);
        var (whole, part) = ((int)(floor.Delay / Step), floor.Delay / Step % 1);
        var (p, v) = (batch.Positions[W - 1], batch.Velocities[W - 1]);
        var path = new List<(Tensor, Tensor)>();
        for (var k = 0; k < TrackWindows.OpenLoop; k++)
        {
            var u = (Command(batch, W - 1 + k - whole) * (1 - part)) + (Command(batch, W - 2 + k - whole) * part);
            var settled = u.matmul(gain) + bias;
            p = p + (settled * Step) + ((v - settled) * carry);
            v = settled + ((v - settled) * decay);
            path.Add((p, neighbours[k].Neighbours));
        }

        return path;
    };

    private static Tensor Command(WindowBatch batch, int instant) => batch.Commands[Math.Max(0, instant)];
}
