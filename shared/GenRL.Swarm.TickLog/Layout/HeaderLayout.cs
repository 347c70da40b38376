using System.Globalization;
using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>A <see cref="RunHeader"/> as an MCAP metadata record; one entry holds the CRC-32 of all others, since the format has none.</summary>
internal static class HeaderLayout
{
    public const string Name = "genrl.swarm.run";

    private const string CrcKey = "crc32";
    private const string SoftwarePrefix = "software.";

    public static McapMetadata ToMetadata(RunHeader header)
    {
        List<KeyValuePair<string, string>> entries =
        [
            new("layout", "1"),
            new("robot", header.Robot.Value.ToString(CultureInfo.InvariantCulture)),
            new("fleet", header.Fleet),
            new("seed", header.Seed.ToString(CultureInfo.InvariantCulture)),
            new("source", header.Source),
            new("release", header.Release.Hex),
            new("configuration", header.Configuration),
        ];
        entries.AddRange(header.Software.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(SoftwarePrefix + e.Key, e.Value)));
        entries.Add(new(CrcKey, Crc(entries)));
        return new McapMetadata(Name, entries);
    }

    /// <summary>Reads a header, or returns null when an entry is missing or the CRC is wrong.</summary>
    public static RunHeader? TryRead(McapMetadata metadata)
    {
        var crc = metadata.Entries.FirstOrDefault(e => e.Key == CrcKey).Value;
        var rest = metadata.Entries.Where(e => e.Key != CrcKey).ToList();
        if (crc is null || crc != Crc(rest) || !ushort.TryParse(Find("robot"), CultureInfo.InvariantCulture, out var robot)
            || !ulong.TryParse(Find("seed"), CultureInfo.InvariantCulture, out var seed))
        {
            return null;
        }

        return new RunHeader(
            new RobotId(robot), Find("fleet"), seed, Find("source"), new ReleaseId(Find("release")), Find("configuration"),
            rest.Where(e => e.Key.StartsWith(SoftwarePrefix, StringComparison.Ordinal))
                .DistinctBy(e => e.Key).ToDictionary(e => e.Key[SoftwarePrefix.Length..], e => e.Value));

        string Find(string key) => rest.FirstOrDefault(e => e.Key == key).Value ?? "";
    }

    private static string Crc(List<KeyValuePair<string, string>> entries)
    {
        var crc = default(Crc32);
        foreach (var (key, value) in entries)
        {
            crc.Append(Encoding.UTF8.GetBytes(key));
            crc.Append([0]);
            crc.Append(Encoding.UTF8.GetBytes(value));
            crc.Append([0]);
        }

        return crc.Value.ToString("x8", CultureInfo.InvariantCulture);
    }
}
