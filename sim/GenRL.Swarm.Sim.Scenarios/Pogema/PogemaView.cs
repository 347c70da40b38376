using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// Writes what the agents see, agent by agent: three layers of the cells about it, row by row, of obstacles, of agents, itself among them, and of
/// its target, which lies on the edge of what it sees where it is farther away. A row is a stretch of bits, spread to numbers 16 or 8 at a time; the
/// last run of a row writes beyond its end, over what is written after it.
/// </summary>
internal static class PogemaView
{
    /// <summary>Writes all.</summary>
    /// <param name="radius">Cells that agents see in each direction.</param>
    /// <param name="obstacles">Read.</param>
    /// <param name="taken">Read.</param>
    /// <param name="agents">Read.</param>
    /// <param name="observations">Written.</param>
    public static void Write(int radius, BitGrid obstacles, BitGrid taken, ReadOnlySpan<PogemaAgent> agents, Span<float> observations)
    {
        var width = (2 * radius) + 1;
        var layer = width * width;
        // Cut to length, or refused: what follows does not look where it writes. Beyond a layer of bits there always is another one.
        ref var seen = ref MemoryMarshal.GetReference(observations[..(agents.Length * 3 * layer)]);
        foreach (ref readonly var agent in agents)
        {
            Layer(obstacles, agent.Row - radius, agent.Column - radius, width, ref seen);
            seen = ref Unsafe.Add(ref seen, layer);
            Layer(taken, agent.Row - radius, agent.Column - radius, width, ref seen);
            seen = ref Unsafe.Add(ref seen, layer);
            Target(agent, radius, MemoryMarshal.CreateSpan(ref seen, layer));
            seen = ref Unsafe.Add(ref seen, layer);
        }
    }

    /// <summary>Writes a layer of bits, and up to 15 numbers behind it, fewer than a layer has.</summary>
    /// <param name="grid">The bits.</param>
    /// <param name="top">First row that is seen.</param>
    /// <param name="left">First column that is seen.</param>
    /// <param name="width">Rows and columns that are seen.</param>
    /// <param name="seen">The layer's first number.</param>
    private static void Layer(BitGrid grid, int top, int left, int width, ref float seen)
    {
        ref var row = ref grid.ByteOf(top, left, out var bit);
        if (width <= 8)
        {
            var lanes = Vector256.ShiftLeft(Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128), bit);
            for (var i = 0; i < width; i++)
            {
                Spread(ref row, lanes, ref seen);
                row = ref Unsafe.Add(ref row, grid.Pitch);
                seen = ref Unsafe.Add(ref seen, width);
            }
        }
        else
        {
            var lanes = Vector512.ShiftLeft(
                Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768), bit);
            for (var i = 0; i < width; i++)
            {
                Spread(ref row, lanes, ref seen);
                for (var column = 16; column < width; column += 16)
                {
                    Spread(ref Unsafe.Add(ref row, column / 8), lanes, ref Unsafe.Add(ref seen, column));
                }

                row = ref Unsafe.Add(ref row, grid.Pitch);
                seen = ref Unsafe.Add(ref seen, width);
            }
        }
    }

    private static void Target(PogemaAgent agent, int radius, Span<float> seen)
    {
        seen.Clear();
        var down = Math.Clamp(agent.TargetRow - agent.Row, -radius, radius) + radius;
        var right = Math.Clamp(agent.TargetColumn - agent.Column, -radius, radius) + radius;
        seen[(down * ((2 * radius) + 1)) + right] = 1f;
    }

    /// <summary>Writes 16 bits as numbers; each lane asks for its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(ref byte bits, Vector512<int> lanes, ref float seen)
    {
        var word = Vector512.Create(Unsafe.ReadUnaligned<int>(ref bits));
        Vector512.ConditionalSelect(Vector512.Equals(word & lanes, Vector512<int>.Zero).AsSingle(), Vector512<float>.Zero, Vector512.Create(1f))
            .StoreUnsafe(ref seen);
    }

    /// <summary>Writes 8 bits as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(ref byte bits, Vector256<int> lanes, ref float seen)
    {
        var word = Vector256.Create(Unsafe.ReadUnaligned<int>(ref bits));
        Vector256.ConditionalSelect(Vector256.Equals(word & lanes, Vector256<int>.Zero).AsSingle(), Vector256<float>.Zero, Vector256.Create(1f))
            .StoreUnsafe(ref seen);
    }
}
