using GenRL.Swarm.Cli.Sim.Terminal;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class ProgressLineTests
{
    private readonly StepTime _time = new();

    [Fact]
    public void Show_InAPipe_IsALineEveryFewSeconds()
    {
        using var output = new StringWriter();
        var progress = new ProgressLine(output, 0, _time);
        for (var second = 1; second <= 11; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Show($"{second}");
        }

        progress.Clear();
        Assert.Equal("5\n10\n", output.ToString());
    }

    [Fact]
    public void Show_OnATerminal_DrawsOverItselfAndIsTakenOff()
    {
        using var output = new StringWriter();
        var progress = new ProgressLine(output, 8, _time);
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Show("a long line");
        progress.Show("too early");

        progress.Clear();

        Assert.Equal("\r\e[Ka long \r\e[K", output.ToString());
    }

    private sealed class StepTime : TimeProvider
    {
        private long _timestamp;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _timestamp += by.Ticks;

        public override long GetTimestamp() => _timestamp;
    }
}
