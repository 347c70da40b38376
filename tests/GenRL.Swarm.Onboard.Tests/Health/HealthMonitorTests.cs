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
        Assert.Equal(reason, monitor.Reason);
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
        Assert.Equal(HealthReason.Interventions, monitor.Reason);
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
        Assert.Equal(HealthReason.Faults, monitor.Reason);
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
