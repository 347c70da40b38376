using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Tests.Layout;

/// <summary>A decoder that knows nothing but the schema texts must find what the code wrote.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public void StepSchema_DecodedByItsTextAlone_FindsEveryField()
    {
        var record = new StepRecord();
        Samples.Fill(record, 9, rays: 5, neighbours: 2);
        var bytes = new byte[StepLayout.SizeOf(record)];
        StepLayout.Write(record, bytes);

        var fields = Decode(TickLogSchema.Schemas[0].Data, bytes);

        Assert.Equal([9.0], fields["step"]);
        Assert.Equal([(double)record.Now.Nanoseconds], fields["now"]);
        Assert.Equal([record.Sensors.Ego.Velocity.X, record.Sensors.Ego.Velocity.Y], fields["velocity"]);
        Assert.Equal([record.Verdict.Allowed.X, record.Verdict.Allowed.Y], fields["allowed"]);
        Assert.Equal([(double)record.Duration], fields["duration"]);
        Assert.Equal(record.Sensors.Ranges[..5].Select(r => (double)r), fields["ranges"]);
        Assert.Equal([1.0, 2.0], fields["neighbours.robot"]);
        Assert.Equal([record.Sensors.Neighbours[0].Radius, record.Sensors.Neighbours[1].Radius], fields["neighbours.radius"]);
    }

    [Fact]
    public void TickSchema_DecodedByItsTextAlone_FindsEveryField()
    {
        var record = new TickRecord();
        Samples.Fill(record, 8, rays: 5, neighbours: 2, heard: 3, attended: 2, candidates: 7);
        var bytes = new byte[TickLayout.SizeOf(record)];
        TickLayout.Write(record, bytes);

        var fields = Decode(TickLogSchema.Schemas[1].Data, bytes);

        Assert.Equal([8.0], fields["tick"]);
        Assert.Equal([record.Goal.Goal.X, record.Goal.Goal.Y], fields["goal"]);
        Assert.Equal([record.Timings.Observe, record.Timings.Encode, record.Timings.Propose, record.Timings.Choose, record.Timings.Tell, record.Timings.Total], fields["timings"]);
        Assert.Equal(record.Plan.SelectMany(p => new double[] { p.X, p.Y }), fields["plan"]);
        Assert.Equal(record.Path.SelectMany(p => new double[] { p.X, p.Y }), fields["path"]);
        Assert.Equal(record.Heard[..3].Select(h => (double)h.Arrived.Nanoseconds), fields["heard.arrived"]);
        Assert.Equal(record.Heard[..3].Select(h => h.Sender is null ? 0.0 : 1.0), fields["heard.introduced"]);
        Assert.Equal(record.Heard[..3].Select(h => (double)(h.Sender?.Codebook ?? 0)), fields["heard.codebook"]);
        Assert.Equal(record.Heard[..3].Select(h => (double)(h.Sender?.Radius ?? 0)), fields["heard.radius"]);
        Assert.Equal(record.Attended[..2].SelectMany(a => new double[] { a.Goal.X, a.Goal.Y }), fields["attended.goal"]);
        Assert.Equal(record.Attended[..2].Select(a => (double)a.MessageAge), fields["attended.message_age"]);
        Assert.Equal(record.Costs[..7].Select(c => (double)c), fields["costs"]);
    }

    [Fact]
    public void A_tick_of_layout_1_is_read_without_introductions()
    {
        var record = new TickRecord();
        Samples.Fill(record, 8, rays: 5, neighbours: 2, heard: 3, attended: 2, candidates: 7);
        var bytes = new byte[TickLayout.SizeOf(record)];
        TickLayout.Write(record, bytes);
        var old = ToLayout1(bytes, heard: 3, tail: (2 * 56) + (7 * 4));
        Assert.True(TickLayout.IsSound(old));
        Assert.False(TickLayout.IsSound(old.AsSpan(0, old.Length - 1)));

        var read = new TickRecord();
        TickLayout.Read(old, read);

        Assert.All(read.Heard[..3], heard => Assert.Null(heard.Sender));
        for (var i = 0; i < 3; i++)
        {
            read.Heard[i] = read.Heard[i] with { Sender = record.Heard[i].Sender };
        }

        Assert.Equal(LogText.Of(record), LogText.Of(read));
    }

    [Theory]
    [InlineData("1", EntryKind.Tick)]
    [InlineData("2", EntryKind.Tick)]
    [InlineData("3", null)]
    public void A_channel_of_ticks_is_known_by_its_layout(string layout, EntryKind? kind) =>
        Assert.Equal(kind, TickLogSchema.KindOf(new McapChannel(9, 2, "/tick", TickLogSchema.BinaryEncoding, [new("layout", layout)])));

    /// <summary>Layout 1 was layout 2 without the last 9 bytes of each heard frame, which come before <paramref name="tail"/> bytes.</summary>
    private static byte[] ToLayout1(byte[] bytes, int heard, int tail)
    {
        var start = bytes.Length - tail - (heard * 41);
        var old = bytes.Take(start).Concat(Enumerable.Range(0, heard).SelectMany(i => bytes.Skip(start + (i * 41)).Take(32))).Concat(bytes.TakeLast(tail)).ToArray();
        old[0] = 1;
        return old;
    }

    [GeneratedRegex(@"^(?<rel>\+?)(?<offset>\d+)\s+(?<type>[uif]\d+)(\[(?<shape>[^\]]+)\])?\s+(?<name>[a-z_0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^then, (?<count>\w+) times:$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repetition();

    private static Dictionary<string, List<double>> Decode(byte[] schema, byte[] bytes)
    {
        var fields = new Dictionary<string, List<double>>();
        var at = 0;
        var group = new List<Match>();
        var times = 1;
        foreach (var line in Encoding.UTF8.GetString(schema).Split('\n').Skip(2).Append("then:"))
        {
            var field = FieldLine().Match(line);
            if (field.Success)
            {
                group.Add(field);
                continue;
            }

            for (var i = 0; i < times; i++)
            {
                var start = at;
                foreach (var member in group)
                {
                    var offset = int.Parse(member.Groups["offset"].Value, CultureInfo.InvariantCulture);
                    Assert.Equal(offset, member.Groups["rel"].Length > 0 ? at - start : at);
                    Take(member);
                }
            }

            group.Clear();
            var repetition = Repetition().Match(line);
            times = repetition.Success ? (int)fields[repetition.Groups["count"].Value][0] : 1;
        }

        Assert.Equal(bytes.Length, at);
        return fields;

        void Take(Match member)
        {
            var name = member.Groups["name"].Value;
            if (!fields.TryGetValue(name, out var values))
            {
                fields.Add(name, values = []);
            }

            var count = member.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => int.TryParse(s, CultureInfo.InvariantCulture, out var n) ? n : (int)fields[s][0]).Aggregate(1, (a, b) => a * b);
            for (var i = 0; i < count; i++)
            {
                var rest = bytes.AsSpan(at);
                var (value, size) = member.Groups["type"].Value switch
                {
                    "u8" => (rest[0], 1),
                    "u16" => (BitConverter.ToUInt16(rest), 2),
                    "u32" => (BitConverter.ToUInt32(rest), 4),
                    "i32" => (BitConverter.ToInt32(rest), 4),
                    "i64" => (BitConverter.ToInt64(rest), 8),
                    _ => ((double)BitConverter.ToSingle(rest), 4),
                };
                values.Add(value);
                at += size;
            }
        }
    }
}
