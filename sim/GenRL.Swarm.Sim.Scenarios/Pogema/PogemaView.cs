using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// Writes what the agents see, agent by agent: three layers of the cells about it, row by row, of obstacles, of agents, itself among them, and of
/// its target, which lies on the edge of what it sees where it is farther away. A row is a stretch of bits, spread to numbers 16 or 8 at a time; the
/// last run of a row writes beyond its end, over what the next row writes after it.
/// </summary>
internal sealed class PogemaView(PogemaOptions options)
{
    private readonly int _radius = options.Radius;
    private readonly int _size = options.ObservationSize;

    /// <summary>Writes all.</summary>
    public void Write(BitGrid obstacles, BitGrid taken, ReadOnlySpan<PogemaAgent> agents, Span<float> observations)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            var seen = observations.Slice(i * _size, _size);
            ref readonly var agent = ref agents[i];
            var layer = _size / 3;
            Layer(obstacles, agent.Row - _radius, agent.Column - _radius, seen[..(2 * layer)]);
            Layer(taken, agent.Row - _radius, agent.Column - _radius, seen[layer..]);
            var target = seen[(2 * layer)..];
            target.Clear();
            var down = Math.Clamp(agent.TargetRow - agent.Row, -_radius, _radius) + _radius;
            var right = Math.Clamp(agent.TargetColumn - agent.Column, -_radius, _radius) + _radius;
            target[(down * ((2 * _radius) + 1)) + right] = 1f;
        }
    }

    /// <summary>Writes one layer of what one agent sees.</summary>
    /// <param name="grid">The bits.</param>
    /// <param name="top">First row that is seen.</param>
    /// <param name="left">First column that is seen.</param>
    /// <param name="seen">Written: the layer, and what the last run writes beyond it, which is less than another layer.</param>
    private void Layer(BitGrid grid, int top, int left, Span<float> seen)
    {
        var width = (2 * _radius) + 1;
        ref var first = ref MemoryMarshal.GetReference(seen);
        if (width > 8)
        {
            for (var row = 0; row < width; row++)
            {
                var bits = grid.From(top + row, left);
                for (var column = 0; column < width; column += 16)
                {
                    Spread16((uint)(bits >> column), ref Unsafe.Add(ref first, (row * width) + column));
                }
            }
        }
        else
        {
            for (var row = 0; row < width; row++)
            {
                Spread8((uint)grid.From(top + row, left), ref Unsafe.Add(ref first, row * width));
            }
        }
    }

    /// <summary>Writes 16 bits as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread16(uint bits, ref float first)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var lanes = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
            var isSet = Vector512.Equals(Vector512.Create((int)bits) & lanes, lanes);
            (isSet & Vector512.Create(1f).AsInt32()).AsSingle().StoreUnsafe(ref first);
        }
        else
        {
            Spread8(bits, ref first);
            Spread8(bits >> 8, ref Unsafe.Add(ref first, 8));
        }
    }

    /// <summary>Writes 8 bits as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread8(uint bits, ref float first)
    {
        var lanes = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var isSet = Vector256.Equals(Vector256.Create((int)bits) & lanes, lanes);
        (isSet & Vector256.Create(1f).AsInt32()).AsSingle().StoreUnsafe(ref first);
    }
}
