using GenRL.Swarm.Cli.Logs;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Logs;

public sealed class ReplayTests(TwoReleases releases) : IClassFixture<TwoReleases>, IDisposable
{
    private const int Robots = 4;
    private const int Ticks = 30;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Replay_OfAFlightWithNeighboursAndASwap_IsEqual()
    {
        Fly();

        for (var robot = 0; robot < Robots; robot++)
        {
            var (code, said) = Replay(robot);
            Assert.Equal((0, $"equal: {5 * Ticks} steps and {Ticks} ticks of r{robot}, bit for bit\n"), (code, said));
        }
    }

    [Fact]
    public void Replay_OfALogWhosePlanWasChangedByOneBit_NamesTickFieldAndBothValues()
    {
        var was = 0f;
        Fly(tick => Change(tick, 17, t => (was, t.Plan[3].X) = (t.Plan[3].X, MathF.BitIncrement(t.Plan[3].X))));

        var (code, said) = Replay(0);

        Assert.Equal(1, code);
        Assert.Contains($"tick 17, plan[3].x: the log says {MathF.BitIncrement(was):R}, the replay {was:R}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OfALogWhoseSensorsWereChanged_ComesToSomethingElse()
    {
        Fly(tick => Change(tick, 9, t => t.Sensors.Ego = t.Sensors.Ego with { Velocity = t.Sensors.Ego.Velocity + new System.Numerics.Vector2(0.05f, 0f) }));

        var (code, said) = Replay(0);

        Assert.Equal(1, code);
        Assert.Contains("tick 9, ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OfALogWhoseMessageWasChanged_IsDifferent()
    {
        Fly(tick => Change(tick, 9, t => t.HeardCount--));

        Assert.Equal(1, Replay(0).Code);
    }

    [Fact]
    public void Replay_OfALogThatSaysThatNoHelloWasHeard_IsDifferent()
    {
        Fly(tick => Change(tick, 9, t => Array.ForEach([.. Enumerable.Range(0, t.HeardCount)], i => t.Heard[i] = t.Heard[i] with { Sender = null })));

        var (code, said) = Replay(0);

        Assert.Equal(1, code);
        Assert.Contains(".goal.x", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_WithoutTheBundle_SaysWhichIsMissing()
    {
        Fly();
        using var source = new BundleSource([], []);

        var error = Assert.Throws<InvalidDataException>(() => new ReplayRun(source, TextWriter.Null).Run([Log(0)]));

        Assert.Contains(releases.First.Id.Short, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OfTwoRobots_IsRefused()
    {
        Fly();
        using var source = Bundles();

        Assert.Throws<InvalidDataException>(() => new ReplayRun(source, TextWriter.Null).Run([Log(0), Log(1)]));
    }

    [Fact]
    public void Info_SaysWhatTheLogHolds()
    {
        Fly();
        using var output = new StringWriter();

        Assert.Equal(0, LogInfo.Write(Log(2), output));
        Assert.Contains("r2 of demo-4, lockstep", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{5 * Ticks} steps, {Ticks} ticks, 1 events", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"tick 12: swap {releases.Second.Id.Hex}", output.ToString(), StringComparison.Ordinal);
    }

    private static void Change(TickRecord tick, long number, Action<TickRecord> change)
    {
        if (tick.Tick.Value == number)
        {
            change(tick);
        }
    }

    private (int Code, string Said) Replay(int robot)
    {
        using var source = Bundles();
        using var output = new StringWriter();
        return (new ReplayRun(source, output).Run(RunFiles.Find([Log(robot)])), output.ToString());
    }

    private BundleSource Bundles() => new(releases.Folders, []);

    private string Log(int robot) => _temp[$"r{robot}.mcap"];

    /// <summary>Flies four robots for three seconds; what r0 writes may be tampered with.</summary>
    private void Fly(Action<TickRecord>? tamper = null)
    {
        var brains = Enumerable.Range(0, Robots).Select(i => new RecordedBrain(releases.Swarm, i, releases.First, releases.Second, Log(i))).ToList();
        brains[0].Tamper = tamper;
        new LockStepRunner(
            new EpisodeOptions { Scenario = ScenarioList.Find("crossing"), Robots = Robots, LimitSeconds = 0.1 * Ticks, EndOnCollision = false }, brains)
            .Fly(3, TestContext.Current.CancellationToken);
        brains.ForEach(brain => brain.Dispose());
    }
}
