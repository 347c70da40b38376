using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Onboard.Planning;

/// <summary>The plan in force and how far it has been flown. Between ticks, and when a tick fails, the robot goes on along it; half-way through it is spent.</summary>
internal sealed class CommittedPlan
{
    private readonly Vector2[] _commands = new Vector2[PlanShape.Horizon];
    private Stamp _madeAt;
    private bool _exists;

    /// <summary>Puts a new plan in force.</summary>
    public void Commit(ReadOnlySpan<Vector2> plan, Stamp now)
    {
        plan.CopyTo(_commands);
        _madeAt = now;
        _exists = true;
    }

    /// <summary>Gives up the plan: the robot brakes, and the next plan starts from rest.</summary>
    public void Abandon()
    {
        Array.Clear(_commands);
        _exists = false;
    }

    /// <summary>Seconds since the plan was made; +infinity without one.</summary>
    public float Age(Stamp now) => _exists ? (float)Stamp.Seconds(_madeAt, now) : float.PositiveInfinity;

    /// <summary>What is left of the plan at <paramref name="now"/>, its last command held, [H], metres per second: ticks that failed have passed too.</summary>
    public void Remaining(Stamp now, Span<Vector2> plan)
    {
        var done = (int)Math.Clamp(MathF.Round(Age(now) / PlanShape.TickSeconds), 0f, PlanShape.Horizon - 1f);
        _commands.AsSpan(done).CopyTo(plan);
        plan[(PlanShape.Horizon - done)..PlanShape.Horizon].Fill(_commands[^1]);
    }

    /// <summary>The command for <paramref name="now"/>; null without a plan, or when half of it has been flown without a new one.</summary>
    public Vector2? At(Stamp now)
    {
        // Rounded to the middle of a control step, so that a late driver does not skip a command.
        var step = (int)((Age(now) + (PlanShape.StepSeconds / 2f)) / PlanShape.TickSeconds);
        return step is >= 0 and <= PlanShape.Horizon / 2 ? _commands[step] : null;
    }
}
