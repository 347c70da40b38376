using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

public sealed class TileMemoryTests
{
    [Fact]
    public void Tiles_StartWhereAWholePartOfACacheLineStarts_AndDoNotOverlap()
    {
        AssertLaidOut<Lanes512<float>>(64);
        AssertLaidOut<Lanes256<double>>(32);
        AssertLaidOut<Lanes128<float>>(16);
    }

    [Fact]
    public void Memory_OfMoreThanAnArrayHolds_IsRefusedByName()
    {
        // 2^32 + 64 bytes: in 32 bits that would be 64.
        var error = Assert.Throws<ArgumentException>(() => new TileMemory<Lanes512<float>>(1 << 26, 1));

        Assert.Contains("worlds", error.Message, StringComparison.Ordinal);
        Assert.Contains("4294967360 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000_000)]
    [InlineData(int.MaxValue)]
    public void Environment_OfTooManyWorlds_IsRefusedByName(int worlds) => Assert.Contains(
        "worlds", Assert.Throws<ArgumentException>(() => BodyEnvironments.Create(new EverythingFactory(), worlds)).Message, StringComparison.Ordinal);

    private static void AssertLaidOut<V>(int size)
        where V : unmanaged, ILanes<V>
    {
        var memory = new TileMemory<V>(7, 5);
        for (var tile = 0; tile < 7; tile++)
        {
            Assert.Equal(5, memory[tile].Length);
            Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<V>(), ref MemoryMarshal.GetReference(memory[tile])) % size);
            memory[tile].Fill(V.All(tile));
        }

        for (var tile = 0; tile < 7; tile++)
        {
            Assert.All(memory[tile].ToArray(), number => Assert.Equal(tile, V.Get(number, V.Count - 1)));
        }
    }
}
