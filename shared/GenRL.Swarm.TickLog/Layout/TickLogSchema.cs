using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>The three channels of a tick log and what their schema records say.</summary>
internal static class TickLogSchema
{
    public const string Profile = "genrl.swarm.ticklog";

    /// <summary>Kind of the event that the writer itself adds when records found no room.</summary>
    public const string DroppedKind = "dropped";

    /// <summary>Encoding of schemas that describe fixed binary layouts in words and columns.</summary>
    public const string LayoutEncoding = "genrl.layout";

    /// <summary>Encoding of the messages that these describe.</summary>
    public const string BinaryEncoding = "genrl.binary";

    public static IReadOnlyList<McapSchema> Schemas { get; } =
    [
        new(1, "genrl.swarm.step", LayoutEncoding, Text("step.layout")),
        new(2, "genrl.swarm.tick", LayoutEncoding, Text("tick.layout")),
        new(3, "genrl.swarm.event", "jsonschema", Text("event.layout")),
    ];

    public static IReadOnlyList<McapChannel> Channels { get; } =
    [
        new(Id(EntryKind.Step), 1, "/step", BinaryEncoding, [new("layout", "1")]),
        new(Id(EntryKind.Tick), 2, "/tick", BinaryEncoding, [new("layout", "2")]),
        new(Id(EntryKind.Event), 3, "/event", "json", [new("layout", "1")]),
    ];

    /// <summary>Channels of layouts that are no longer written and still read.</summary>
    private static IReadOnlyList<McapChannel> FormerChannels { get; } =
        [new(Id(EntryKind.Tick), 2, "/tick", BinaryEncoding, [new("layout", "1")])];

    /// <summary>The channel that a kind is written to.</summary>
    public static ushort Id(EntryKind kind) => (ushort)kind;

    /// <summary>The kind that a channel holds, or null when it is not one of ours or of a layout that this build does not know.</summary>
    public static EntryKind? KindOf(McapChannel channel)
    {
        foreach (var known in Channels.Concat(FormerChannels))
        {
            if (known.Topic == channel.Topic && known.MessageEncoding == channel.MessageEncoding && known.Metadata.SequenceEqual(channel.Metadata))
            {
                return (EntryKind)known.Id;
            }
        }

        return null;
    }

    private static byte[] Text(string name)
    {
        using var stream = typeof(TickLogSchema).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
