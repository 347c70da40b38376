using System.Numerics;
using System.Text.Json.Serialization;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Floors;

/// <summary>
/// The floors that a measurement leaves possible: a range for every number that it could tell, null for those that it could not. What system
/// identification makes, and domain randomisation draws from.
/// </summary>
public sealed record FloorRange
{
    /// <summary>tau, seconds.</summary>
    [JsonPropertyName("time_constant_s")]
    public ValueRange? TimeConstant { get; init; }

    /// <summary>First row, first column of the gain matrix.</summary>
    public ValueRange? GainXX { get; init; }

    /// <summary>First row, second column of the gain matrix.</summary>
    public ValueRange? GainXY { get; init; }

    /// <summary>Second row, first column of the gain matrix.</summary>
    public ValueRange? GainYX { get; init; }

    /// <summary>Second row, second column of the gain matrix.</summary>
    public ValueRange? GainYY { get; init; }

    /// <summary>Command delay, seconds.</summary>
    [JsonPropertyName("delay_s")]
    public ValueRange? Delay { get; init; }

    /// <summary>Constant drift along x, metres per second.</summary>
    [JsonPropertyName("bias_x_mps")]
    public ValueRange? BiasX { get; init; }

    /// <summary>Constant drift along y, metres per second.</summary>
    [JsonPropertyName("bias_y_mps")]
    public ValueRange? BiasY { get; init; }

    /// <summary>Dead zone, metres per second.</summary>
    [JsonPropertyName("dead_zone_mps")]
    public ValueRange? DeadZone { get; init; }

    /// <summary>Gain of the left wheel.</summary>
    public ValueRange? LeftGain { get; init; }

    /// <summary>Gain of the right wheel.</summary>
    public ValueRange? RightGain { get; init; }

    /// <summary>Wheel base that the robot turns with over the one that it computes with.</summary>
    public ValueRange? WheelBaseScale { get; init; }

    /// <summary>By how much the gain matrix turns commands, counter-clockwise, radians.</summary>
    [JsonPropertyName("turn_rad")]
    public ValueRange? Turn { get; init; }

    /// <summary>
    /// <paramref name="floor"/> with every number that has a range moved by <paramref name="strength"/> of the way to a uniform draw from its range.
    /// Takes thirteen numbers from <paramref name="random"/>, whichever ranges there are.
    /// </summary>
    /// <param name="floor">The floor at strength 0.</param>
    /// <param name="strength">0 none to 1 the whole range.</param>
    /// <param name="random">The stream to draw from.</param>
    public Floor Draw(Floor floor, float strength, RandomStream random) => Replace(floor, floor, strength, random);

    /// <summary>As <see cref="Draw"/>, but numbers without a range are those of <paramref name="others"/>.</summary>
    internal Floor Replace(Floor floor, Floor others, float strength, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(random);
        var (a, b, c, d) = (floor.Actuators, others.Actuators, floor.Drive, others.Drive);
        var drawn = others with
        {
            Actuators = new ActuatorModel(
                Near(TimeConstant, a.TimeConstant, b.TimeConstant), Near(GainXX, a.GainXX, b.GainXX), Near(GainXY, a.GainXY, b.GainXY),
                Near(GainYX, a.GainYX, b.GainYX), Near(GainYY, a.GainYY, b.GainYY), Near(Delay, a.Delay, b.Delay),
                new Vector2(Near(BiasX, a.Bias.X, b.Bias.X), Near(BiasY, a.Bias.Y, b.Bias.Y))),
            Drive = new DriveModel
            {
                DeadZone = Near(DeadZone, c.DeadZone, d.DeadZone),
                LeftGain = Near(LeftGain, c.LeftGain, d.LeftGain),
                RightGain = Near(RightGain, c.RightGain, d.RightGain),
                WheelBaseScale = Near(WheelBaseScale, c.WheelBaseScale, d.WheelBaseScale),
            },
        };
        var turned = TurnOf(drawn.Actuators);
        var turn = Near(Turn, turned, turned) - turned;
        return turn == 0f ? drawn : drawn with { Actuators = Turned(drawn.Actuators, turn) };

        float Near(ValueRange? range, float value, float other)
        {
            var place = random.NextSingle();
            return range is { } r ? value + (strength * (r.Low + (place * (r.High - r.Low)) - value)) : other;
        }
    }

    /// <summary>The rotation nearest to the gain matrix, radians.</summary>
    private static float TurnOf(ActuatorModel a) => MathF.Atan2(a.GainYX - a.GainXY, a.GainXX + a.GainYY);

    private static ActuatorModel Turned(ActuatorModel a, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        return a with
        {
            GainXX = (cos * a.GainXX) - (sin * a.GainYX),
            GainXY = (cos * a.GainXY) - (sin * a.GainYY),
            GainYX = (sin * a.GainXX) + (cos * a.GainYX),
            GainYY = (sin * a.GainXY) + (cos * a.GainYY),
        };
    }
}
