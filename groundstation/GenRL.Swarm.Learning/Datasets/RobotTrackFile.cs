using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>Robot tracks on disk, between two stages of a run: little-endian, arrays as they are in memory.</summary>
public static class RobotTrackFile
{
    private const uint Magic = 0x32525454; // "TTR2": the first version, "TTRK", held neither identities nor times
    private const int MostTicks = 1 << 20;
    private const int Blocks = 14;

    /// <summary>Writes <paramref name="tracks"/>.</summary>
    public static void Save(IReadOnlyList<RobotTrack> tracks, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(tracks.Count);
        foreach (var track in tracks)
        {
            writer.Write(track.Ticks);
            writer.Write(track.Slots);
            writer.Write(track.Robot.Value);
            writer.Write(track.Run);
            writer.Write(track.MaxRange);
            writer.Write(track.Radius);
            for (var i = 0; i < Blocks; i++)
            {
                writer.Write(Block(track, i));
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, or cut short.</exception>
    public static IReadOnlyList<RobotTrack> Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("not a file of robot tracks");
            }

            var count = reader.ReadInt32();
            var tracks = new List<RobotTrack>();
            while (tracks.Count < count)
            {
                tracks.Add(LoadOne(reader));
            }

            return tracks;
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("robot tracks: the file is cut short", cut);
        }
    }

    private static RobotTrack LoadOne(BinaryReader reader)
    {
        var (ticks, slots) = (reader.ReadInt32(), reader.ReadInt32());
        if (ticks is <= 0 or > MostTicks || slots is < 0 or > PlanShape.Neighbours)
        {
            throw new InvalidDataException($"robot tracks: a track of {ticks} ticks with {slots} slots");
        }

        var track = new RobotTrack(ticks, slots)
        {
            Robot = new RobotId(reader.ReadUInt16()), Run = reader.ReadUInt64(), MaxRange = reader.ReadSingle(), Radius = reader.ReadSingle(),
        };
        for (var i = 0; i < Blocks; i++)
        {
            reader.BaseStream.ReadExactly(Block(track, i));
        }

        return track;
    }

    private static Span<byte> Block(RobotTrack track, int index) => index switch
    {
        0 => MemoryMarshal.AsBytes(track.Positions.AsSpan()),
        1 => MemoryMarshal.AsBytes(track.Velocities.AsSpan()),
        2 => MemoryMarshal.AsBytes(track.Commands.AsSpan()),
        3 => MemoryMarshal.AsBytes(track.Goals.AsSpan()),
        4 => MemoryMarshal.AsBytes(track.Plans.AsSpan()),
        5 => MemoryMarshal.AsBytes(track.Ranges.AsSpan()),
        6 => MemoryMarshal.AsBytes(track.Present.AsSpan()),
        7 => MemoryMarshal.AsBytes(track.NeighbourPositions.AsSpan()),
        8 => MemoryMarshal.AsBytes(track.NeighbourVelocities.AsSpan()),
        9 => MemoryMarshal.AsBytes(track.NeighbourGoals.AsSpan()),
        10 => MemoryMarshal.AsBytes(track.Waypoints.AsSpan()),
        11 => MemoryMarshal.AsBytes(track.HasMessage.AsSpan()),
        12 => MemoryMarshal.AsBytes(track.NeighbourIds.AsSpan()),
        _ => MemoryMarshal.AsBytes(track.Stamps.AsSpan()),
    };
}
