using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Tests.Health;

public sealed class HealthMonitorTests
{
    private static readonly HealthSample Good = new(0.002f, 5, 0, 1, false, 0.02f);
    private readonly HealthMonitor _monitor = new(new HealthOptions { WindowTicks = 10, Windows = 2 });

    public static TheoryData<string, HealthReason> Bad => new()
    {
        { "slow", HealthReason.TickTime }, { "late", HealthReason.MissedDeadlines }, { "held", HealthReason.Interventions }, { "wrong", HealthReason.Surprise },
        { "lost", HealthReason.Surprise },
    };

    [Fact]
    public void A_release_that_behaves_is_kept_after_its_windows()
    {
        _monitor.BeginTrial();

        Assert.All(Add(Good, 19), verdict => Assert.Equal(HealthVerdict.None, verdict));
        Assert.Equal(HealthVerdict.Keep, _monitor.Add(Good));
        Assert.False(_monitor.OnTrial);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void The_first_bad_window_of_a_trial_rolls_back_and_says_why(string what, HealthReason reason)
    {
        var bad = what switch
        {
            "slow" => Good with { TickSeconds = 0.05f },
            "late" => Good with { Missed = 2 },
            "held" => Good with { Interventions = 5 },
            "wrong" => Good with { Surprise = 0.5f },
            _ => Good with { Surprise = float.NaN },
        };
        _monitor.BeginTrial();

        Assert.Equal(HealthVerdict.RollBack, Add(bad, 10)[^1]);
        Assert.Equal(reason, _monitor.Reason);
    }

    [Fact]
    public void Models_that_fail_are_not_waited_for()
    {
        _monitor.BeginTrial();

        Assert.Equal(HealthVerdict.RollBack, _monitor.Add(Good with { Faulted = true }));
        Assert.Equal(HealthReason.Faults, _monitor.Reason);
    }

    [Fact]
    public void Without_a_trial_nothing_is_rolled_back_however_bad() =>
        Assert.All(Add(Good with { Surprise = 9f, Faulted = true }, 40), verdict => Assert.Equal(HealthVerdict.None, verdict));

    [Fact]
    public void A_hard_mission_is_hard_for_any_release()
    {
        Add(Good with { Surprise = 0.4f }, 10);
        _monitor.BeginTrial();

        Assert.Equal(HealthVerdict.Keep, Add(Good with { Surprise = 0.7f }, 20)[^1]);
        _monitor.BeginTrial();
        Assert.Equal(HealthVerdict.RollBack, Add(Good with { Surprise = 1.5f }, 10)[^1]);
    }

    private List<HealthVerdict> Add(HealthSample sample, int times) => [.. Enumerable.Range(0, times).Select(_ => _monitor.Add(sample))];
}
