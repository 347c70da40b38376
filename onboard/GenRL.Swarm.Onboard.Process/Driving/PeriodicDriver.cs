using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>
/// Calls a step every period and a plan tick with every fifth, on the calling thread. Step n is due at start + n periods whatever happened before,
/// so lateness does not add up; periods that are wholly past are skipped and counted. A tick that takes long makes the next step late, and
/// the account says so. Allocates nothing.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="loop">What to call.</param>
/// <param name="account">Keeps the books.</param>
internal sealed class PeriodicDriver(IDriverClock clock, IControlLoop loop, DriverAccount account)
{
    /// <summary>Length of a control step, nanoseconds.</summary>
    public const long Period = 20_000_000;

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    public void Run(CancellationToken stop)
    {
        var start = clock.Now + Period;
        var nextTick = 0L;
        for (var n = 0L; !stop.IsCancellationRequested;)
        {
            var due = start + (n * Period);
            clock.SleepUntil(due);
            account.Woke(clock.Now - due);
            Step(due);
            var tick = n / PlanShape.StepsPerTick;
            if (tick >= nextTick)
            {
                Tick(due);
                nextTick = tick + 1;
            }

            n = Next(n, start, ref nextTick);
        }
    }

    private void Step(long due)
    {
        try
        {
            loop.Step();
        }
        catch (Exception error)
        {
            account.Faulted();
            loop.Fail(error);
        }

        var latency = clock.Now - due;
        account.Stepped(latency, latency > Period);
    }

    private void Tick(long due)
    {
        var began = clock.Now;
        try
        {
            loop.Tick();
        }
        catch (Exception error)
        {
            account.Faulted();
            loop.Fail(error);
        }

        var ended = clock.Now;
        account.Ticked(ended - began, ended - due > Period);
    }

    /// <summary>The next step that is not wholly past.</summary>
    private long Next(long n, long start, ref long nextTick)
    {
        var next = Math.Max(n + 1, (clock.Now - start) / Period);
        var tick = next / PlanShape.StepsPerTick;
        var lostTicks = Math.Max(0, tick - nextTick);
        account.Skipped(next - n - 1, lostTicks);
        nextTick += lostTicks;
        return next;
    }
}
