using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Reading;

public sealed class SummaryTests
{
    [Fact]
    public void Describe_LogWithGap_CountsEverything()
    {
        using var folder = new TempFolder();
        var path = folder.File("a.mcap");
        using (var writer = TickLogWriter.ToFile(path, Samples.Header, new TickLogOptions { Lockstep = true }))
        {
            LogMaker.Append(writer, 0, 80);
            LogMaker.Append(writer, 90, 80);
        }

        var summary = LogSummary.Of(path);

        Assert.Equal((160, 32, 3), (summary.Steps, summary.Ticks, summary.Events));
        Assert.Equal((1, 10L), (summary.Gaps, summary.MissingSteps));
        Assert.Equal(TimeSpan.FromSeconds(169 * 0.02), summary.Duration);
        Assert.Equal(8, summary.Faults(TickFault.BadSensors));
        Assert.Equal(20, summary.Interventions(ShieldReason.Obstacle));
        Assert.True(summary.IsComplete);
        Assert.Contains(LogSummary.Describe(path), line => line.Contains("1 gaps, 10 steps missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EntriesWrittenLate_ComeInOrderOfTime()
    {
        using var folder = new TempFolder();
        var path = folder.File("a.mcap");
        var step = new StepRecord();
        using (var writer = TickLogWriter.ToFile(path, Samples.Header, new TickLogOptions { Lockstep = true, ChunkAge = TimeSpan.FromMilliseconds(100) }))
        {
            foreach (var number in new long[] { 0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11 })
            {
                Samples.Fill(step, number);
                writer.Append(step);
            }
        }

        using var reader = TickLogReader.Open(path);
        var numbers = new List<long>();
        foreach (var entry in reader)
        {
            entry.CopyTo(step);
            numbers.Add(step.Step.Value);
        }

        Assert.Equal(Enumerable.Range(0, 13).Select(n => (long)n), numbers);
    }
}
