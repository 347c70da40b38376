using System.Numerics;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Refereeing;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>How one robot's mission went, as far as its own log tells: the same arithmetic for a log and for a simulated run.</summary>
/// <param name="Mission">The mission's number.</param>
/// <param name="From">Where the robot was when it got its goal, metres.</param>
/// <param name="Goal">The goal, metres.</param>
/// <param name="Seconds">From the goal to the arrival, or to the end of the mission.</param>
/// <param name="Arrived">Whether it measured itself at its goal, as near as the referee asks for.</param>
/// <param name="PathRatio">Length of its path, sampled twice a second so that noise adds nothing to it, over the straight line; null for a goal at its feet.</param>
/// <param name="InterventionRate">Share of its commands that the shield changed.</param>
public sealed record MissionFigures(int Mission, Vector2 From, Vector2 Goal, double Seconds, bool Arrived, double? PathRatio, double InterventionRate)
{
    private const int PathStride = 25;
    private const double StepsPerSecond = 50;

    /// <summary>The missions of <paramref name="flight"/>, in order. A mission that a gap cuts is left out.</summary>
    public static IReadOnlyList<MissionFigures> Of(Flight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var missions = new List<MissionFigures>();
        var goals = flight.Goals;
        for (var i = 0; i < goals.Count;)
        {
            var next = i + 1;
            while (next < goals.Count && goals[next].Mission == goals[i].Mission && goals[next].Place == goals[i].Place)
            {
                next++;
            }

            if (goals[i].Mission is { } mission && flight.Segments.FirstOrDefault(segment => Holds(segment, goals[i].Step)) is { } segment)
            {
                var end = next < goals.Count ? goals[next].Step : segment.First + segment.Steps.Length;
                if (end <= segment.First + segment.Steps.Length)
                {
                    missions.Add(Of(mission, goals[i].Place, segment.Steps.AsSpan((int)(goals[i].Step - segment.First), (int)(end - goals[i].Step))));
                }
            }

            i = next;
        }

        return missions;
    }

    private static bool Holds(FlightSegment segment, long step) => step >= segment.First && step < segment.First + segment.Steps.Length;

    private static MissionFigures Of(int mission, Vector2 goal, ReadOnlySpan<FlightStep> steps)
    {
        var (arrived, changed, path, count) = (false, 0, 0d, 0);
        var (from, last) = (steps[0].Measured.Position, steps[0].Measured.Position);
        while (count < steps.Length && !arrived)
        {
            var step = steps[count++];
            changed += step.Intervened ? 1 : 0;
            arrived = Vector2.Distance(step.Measured.Position, goal) < Referee.ArrivalDistance;
            if (arrived || count == steps.Length || (count - 1) % PathStride == 0)
            {
                path += Vector2.Distance(step.Measured.Position, last);
                last = step.Measured.Position;
            }
        }

        var straight = Vector2.Distance(from, goal);
        return new MissionFigures(
            mission, from, goal, count / StepsPerSecond, arrived, straight > Referee.ArrivalDistance ? path / straight : null, changed / (double)count);
    }
}
