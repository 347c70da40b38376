using System.Globalization;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>Prints the figures as they come.</summary>
internal sealed class SimTable(TextWriter output)
{
    /// <summary>The columns' names.</summary>
    public void Head() => output.WriteLine(
        $"{"scenario",-28}{"agents",7}{"worlds",7}{"steps/s",10}{"agents'",10}{"2 threads",11}{"peer",10}{"ratio",9}{"limit",10}{"of it",7}  bytes, note");

    /// <summary>One line.</summary>
    public void Add(SimLine line)
    {
        var one = line.One;
        var peer = line.Peer is { } rate ? (line.PeerMeasured ? "" : "*") + Short(rate) : "";
        var ratio = line.Peer is { } other ? $"{one.PerCpuSecond / other:F0} x" : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Scenario,-28}{one.Agents,7}{one.Worlds,7}{Short(one.PerCpuSecond),10}{Short(one.AgentStepsPerCpuSecond),10}{Wall(line),11}{peer,10}{ratio,9}{Short(line.Limit),10}{100d * one.PerCpuSecond / line.Limit,5:F0} %  {one.BytesPerStep:F0}, {line.LimitedBy} {one.Note}"));
    }

    /// <summary>Ours at its best number of worlds against the peer at its best.</summary>
    public void Best(SimRow row, IReadOnlyList<SimLine> lines, double measured)
    {
        if (row.Peer is { } peer)
        {
            var (ours, theirs) = (lines.Max(line => line.One.PerCpuSecond), measured > 0d ? measured : peer.Best);
            output.WriteLine($"{"",28}best of each: {Short(ours)} to {(measured > 0d ? "" : "*")}{Short(theirs)} of {peer.Name}: {ours / theirs:F0} x");
        }
    }

    /// <summary>Wall rate of two threads over wall rate of one.</summary>
    private static string Wall(SimLine line) => line.Two is null ? "" : $"{Short(line.Two.PerSecond)} wall";

    private static string Short(double rate) => rate switch
    {
        >= 1e8 => $"{rate / 1e6:F0} M",
        >= 1e6 => $"{rate / 1e6:F2} M",
        >= 1e3 => $"{rate / 1e3:F1} k",
        _ => $"{rate:F1}",
    };
}
