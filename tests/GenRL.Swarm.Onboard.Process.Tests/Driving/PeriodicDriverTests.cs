using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process.Tests.Driving;

public sealed class PeriodicDriverTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void Fifty_steps_a_second_and_a_tick_with_every_fifth()
    {
        var flight = new Flight(steps: 50);
        flight.Run();
        Assert.Equal(50, flight.Account.Steps);
        Assert.Equal(10, flight.Account.Ticks);
        Assert.Equal(0, flight.Account.MissedSteps + flight.Account.MissedTicks);
        Assert.Equal(49 * 20 * Millisecond, flight.StepTimes[^1] - flight.StepTimes[0]);
    }

    [Fact]
    public void Waking_late_does_not_shift_the_steps_after_it()
    {
        var flight = new Flight(steps: 10) { Lateness = n => n == 3 ? 5 * Millisecond : 0 };
        flight.Run();
        Assert.Equal(5 * Millisecond, flight.Account.Lateness.Max);
        Assert.Equal(20 * Millisecond, flight.StepTimes[5] - flight.StepTimes[4]);
        Assert.Equal(15 * Millisecond, flight.StepTimes[4] - flight.StepTimes[3]);
        Assert.Equal(0, flight.Account.MissedSteps);
    }

    [Fact]
    public void A_step_that_ends_after_its_period_is_missed()
    {
        var flight = new Flight(steps: 10) { StepLength = n => n == 2 ? 25 * Millisecond : Millisecond };
        flight.Run();
        Assert.Equal(1, flight.Account.MissedSteps);
        Assert.Equal(0, flight.Account.SkippedSteps);
        Assert.Equal(25 * Millisecond, flight.Account.StepLatency.Max);
    }

    [Fact]
    public void A_slow_tick_is_counted_and_so_are_the_steps_and_ticks_that_it_costs()
    {
        // From 1 ms after step 5 was due until 131 ms: steps 6 to 10 are wholly past, step 11 ends late; tick 2 was due with step 10.
        var flight = new Flight(steps: 12) { TickLength = n => n == 1 ? 130 * Millisecond : 0 };
        flight.Run();
        Assert.Equal(1, flight.Account.MissedTicks);
        Assert.Equal(5, flight.Account.SkippedSteps);
        Assert.Equal(0, flight.Account.SkippedTicks);
        Assert.Equal(130 * Millisecond, flight.Account.TickDuration.Max);
    }

    [Fact]
    public void A_tick_whose_whole_time_passes_is_skipped()
    {
        var flight = new Flight(steps: 12) { TickLength = n => n == 1 ? 210 * Millisecond : 0 };
        flight.Run();
        Assert.Equal(1, flight.Account.SkippedTicks);
        Assert.Equal(2, flight.Account.MissedTicks);
    }

    [Fact]
    public void A_step_that_throws_stops_the_robot_and_not_the_driver()
    {
        var flight = new Flight(steps: 10) { Throws = n => n == 4 };
        flight.Run();
        Assert.Equal(1, flight.Account.Faults);
        Assert.Equal(1, flight.Failures);
        Assert.Equal(10, flight.Account.Steps);
    }

    private sealed class Flight(int steps) : IDriverClock, IControlLoop
    {
        private CancellationTokenSource? _stop;
        private long _now = 1000 * Millisecond;
        private int _sleeps;
        private int _ticks;

        public Func<int, long> Lateness { get; init; } = _ => 0;

        public Func<int, long> StepLength { get; init; } = _ => Millisecond;

        public Func<int, long> TickLength { get; init; } = _ => Millisecond;

        public Func<int, bool> Throws { get; init; } = _ => false;

        public DriverAccount Account { get; } = new();

        public List<long> StepTimes { get; } = [];

        public int Failures { get; private set; }

        public long Now => _now;

        public void Run()
        {
            using var stop = new CancellationTokenSource();
            _stop = stop;
            new PeriodicDriver(this, this, Account).Run(stop.Token);
        }

        public void SleepUntil(long nanoseconds) => _now = Math.Max(_now, nanoseconds) + Lateness(_sleeps++);

        public void Step()
        {
            var n = StepTimes.Count;
            StepTimes.Add(_now);
            _now += StepLength(n);
            if (n == steps - 1)
            {
                _stop!.Cancel();
            }

            if (Throws(n))
            {
                throw new InvalidOperationException();
            }
        }

        public void Tick() => _now += TickLength(_ticks++);

        public void Fail(Exception error) => Failures++;
    }
}
