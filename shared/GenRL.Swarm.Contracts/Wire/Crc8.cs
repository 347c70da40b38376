namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// CRC-8/SAE-J1850: polynomial 0x1D, initial value and final exclusive-or 0xFF. The polynomial is primitive, so every error of one or two
/// bits in up to 255 bits, and every burst of up to 8, is found (an intention frame has 192).
/// </summary>
internal static class Crc8
{
    private static readonly byte[] Table = MakeTable();

    /// <summary>The check byte of <paramref name="bytes"/>.</summary>
    public static byte Of(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0xFF;
        foreach (var b in bytes)
        {
            crc = Table[crc ^ b];
        }

        return (byte)(crc ^ 0xFF);
    }

    private static byte[] MakeTable()
    {
        var table = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x1D : crc << 1;
            }

            table[i] = (byte)crc;
        }

        return table;
    }
}
