using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Tests.Health;

public sealed class HealthMonitorTests
{
    private static readonly HealthOptions Options = new() { WindowTicks = 10, Windows = 2 };
    private static readonly HealthSample Good = new(0.003f, 5, 0, 0, Faulted: false, 0.02f);

    [Fact]
    public void Enough_good_windows_keep_a_release()
    {
        var monitor = Trial(Good);
        Assert.Equal(HealthVerdict.None, Window(monitor, Good));
        Assert.True(monitor.OnTrial);
        Assert.Equal(HealthVerdict.Keep, Window(monitor, Good));
        Assert.False(monitor.OnTrial);
    }

    [Theory]
    [InlineData(HealthReason.TickTime)]
    [InlineData(HealthReason.MissedDeadlines)]
    [InlineData(HealthReason.Surprise)]
    public void A_window_that_breaks_a_bound_gives_it_up_and_says_why(HealthReason reason)
    {
        var monitor = Trial(Good);
        Assert.Equal(HealthVerdict.RollBack, Window(monitor, Bad(reason)));
        Assert.Equal(reason, monitor.Breach.Reason);
    }

    [Fact]
    public void A_shield_that_is_busy_for_a_window_is_forgiven_one_that_is_busy_all_the_trial_is_not()
    {
        var monitor = Trial(Good);
        Assert.Equal(HealthVerdict.None, Window(monitor, Good with { Interventions = 5 }));
        Assert.Equal(HealthVerdict.Keep, Window(monitor, Good));

        monitor = Trial(Good);
        Assert.Equal(HealthVerdict.None, Window(monitor, Bad(HealthReason.Interventions)));
        Assert.Equal(HealthVerdict.RollBack, Window(monitor, Bad(HealthReason.Interventions)));
        Assert.Equal(HealthReason.Interventions, monitor.Breach.Reason);
    }

    [Theory]
    [InlineData(HealthReason.TickTime, "plan ticks took 23.1 ms (99th percentile) over 2.0 s; limit 20.0 ms", 0.0231f, 0.02f)]
    [InlineData(HealthReason.MissedDeadlines, "12.5 % of control steps missed their deadline over 2.0 s; limit 5 %", 0.125f, 0.05f)]
    [InlineData(HealthReason.Faults, "the models gave no plan in 100 % of ticks over 2.0 s; limit 5 %", 1f, 0.05f)]
    [InlineData(HealthReason.Interventions, "the shield changed 62 % of the commands of a trial of 2.0 s; limit 50 %", 0.62f, 0.5f)]
    [InlineData(HealthReason.Surprise, "the world model was off by 0.31 m/s on average over 2.0 s; limit 0.25 m/s", 0.31f, 0.25f)]
    public void A_breach_is_told_in_one_line_with_units(HealthReason reason, string line, float value, float limit) =>
        Assert.Equal(line, new HealthBreach(reason, value, limit, 2f).ToString());

    [Fact]
    public void A_figure_before_that_was_not_a_number_leaves_the_limit() => Assert.Equal(0.25f, new HealthBound(0.25f, 2f).LargestAfter(float.NaN));

    [Fact]
    public void A_breach_names_the_figure_the_bound_and_the_time_of_the_window()
    {
        var monitor = Trial(Good);
        Window(monitor, Good with { TickSeconds = 0.5f });
        Assert.Equal("plan ticks took 500.0 ms (99th percentile) over 1.0 s; limit 20.0 ms", monitor.Breach.ToString());
    }

    [Fact]
    public void A_new_trial_counts_interventions_anew()
    {
        var monitor = Trial(Good);
        Window(monitor, Good with { Interventions = 5 });
        monitor.BeginTrial();
        Assert.Equal(HealthVerdict.None, Window(monitor, Good with { Interventions = 5 }));
        Assert.Equal(HealthVerdict.Keep, Window(monitor, Good));
    }

    [Fact]
    public void Models_that_fail_are_given_up_before_the_window_ends()
    {
        var monitor = Trial(Good);
        Assert.Equal(HealthVerdict.RollBack, monitor.Add(Good with { Faulted = true }));
        Assert.Equal(HealthReason.Faults, monitor.Breach.Reason);
    }

    [Fact]
    public void A_surprise_that_is_not_a_number_gives_it_up()
    {
        var monitor = Trial(Good);
        Assert.Equal(HealthVerdict.RollBack, Window(monitor, Good with { Surprise = float.NaN }));
    }

    [Theory]
    [InlineData(HealthReason.TickTime)]
    [InlineData(HealthReason.MissedDeadlines)]
    [InlineData(HealthReason.Interventions)]
    [InlineData(HealthReason.Surprise)]
    public void What_the_release_before_showed_too_is_no_reason(HealthReason reason)
    {
        var monitor = Trial(Bad(reason));
        Assert.Equal(HealthVerdict.None, Window(monitor, Bad(reason)));
    }

    [Fact]
    public void Off_trial_nothing_is_given_up()
    {
        var monitor = new HealthMonitor(Options);
        Assert.Equal(HealthVerdict.None, Window(monitor, Bad(HealthReason.Surprise) with { Faulted = true }));
    }

    [Fact]
    public void A_second_swap_during_a_trial_is_compared_with_the_release_before_both()
    {
        var monitor = Trial(Good);
        monitor.BeginTrial();
        Assert.Equal(HealthVerdict.RollBack, Window(monitor, Bad(HealthReason.Surprise)));
        monitor.EndTrial();
        Assert.False(monitor.OnTrial);
        Assert.Equal(0.02f, monitor.Latest.Surprise, 3);
    }

    private static HealthMonitor Trial(in HealthSample before)
    {
        var monitor = new HealthMonitor(Options);
        Window(monitor, before);
        monitor.BeginTrial();
        return monitor;
    }

    private static HealthVerdict Window(HealthMonitor monitor, in HealthSample sample)
    {
        var verdict = HealthVerdict.None;
        for (var i = 0; i < 10; i++)
        {
            verdict = monitor.Add(sample);
        }

        return verdict;
    }

    private static HealthSample Bad(HealthReason reason) => reason switch
    {
        HealthReason.TickTime => Good with { TickSeconds = 0.03f },
        HealthReason.MissedDeadlines => Good with { Missed = 1 },
        HealthReason.Interventions => Good with { Interventions = 4 },
        _ => Good with { Surprise = 0.4f },
    };
}
