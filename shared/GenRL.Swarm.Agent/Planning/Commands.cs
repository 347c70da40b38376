using System.Numerics;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Agent.Planning;

/// <summary>Small operations on plans: sequences of commanded velocities, [H], metres per second, world axes.</summary>
public static class Commands
{
    /// <summary><paramref name="command"/> shortened to <paramref name="maxSpeed"/>, its direction kept.</summary>
    public static Vector2 Limit(Vector2 command, float maxSpeed)
    {
        var squared = command.LengthSquared();
        return squared > maxSpeed * maxSpeed ? command * (maxSpeed / MathF.Sqrt(squared)) : command;
    }

    /// <summary>The plan as seen one tick later: its first action is done, its last is held.</summary>
    /// <param name="plan">The plan, [H].</param>
    /// <param name="shifted">Receives the shifted plan, [H]; may be <paramref name="plan"/> itself.</param>
    public static void Shift(ReadOnlySpan<Vector2> plan, Span<Vector2> shifted)
    {
        plan[1..].CopyTo(shifted);
        shifted[plan.Length - 1] = shifted[plan.Length - 2];
    }

    /// <summary>The command that a proportional controller gives: towards the goal, 1.5 per second, limited.</summary>
    public static Vector2 GoToGoal(Vector2 position, Vector2 goal, float maxSpeed) => Limit((goal - position) * 1.5f, maxSpeed);

    /// <summary>Fills <paramref name="plan"/> with one command.</summary>
    public static void Hold(Vector2 command, Span<Vector2> plan) => plan[..PlanShape.Horizon].Fill(command);
}
