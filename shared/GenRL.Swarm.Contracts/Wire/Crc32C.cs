using System.Buffers.Binary;
using System.Numerics;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>CRC-32C (Castagnoli): initial value and final exclusive-or 0xFFFFFFFF; one processor instruction per eight bytes on x64 and arm64.</summary>
internal static class Crc32C
{
    /// <summary>The check sum of <paramref name="bytes"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
