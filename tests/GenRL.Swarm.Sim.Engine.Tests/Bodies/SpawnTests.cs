using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

public sealed class SpawnTests
{
    private static readonly BodySpec[] Bodies = [.. Enumerable.Range(0, 6).Select(i => new BodySpec($"disc {i}", new BodyShape.Disc(0.1)) { Movable = true })];
    private readonly Lanes256<double>[] _numbers = new Lanes256<double>[BodyField.First + (Bodies.Length * BodyField.Count) + 1];

    public SpawnTests()
    {
        for (var lane = 0; lane < Lanes256<double>.Count; lane++)
        {
            Lanes256<double>.Seed(ref Tile.Stream0, ref Tile.Stream1, lane, 0x1234_5678_9ABC_DEF0ul * (ulong)(lane + 1), 0x0FED_CBA9_8765_4321ul + (ulong)lane);
        }
    }

    private Tile<Lanes256<double>> Tile => new(_numbers, Bodies.Length);

    private static Lanes256<double> AllLanes => ~default(Lanes256<double>);

    [Fact]
    public void Spawn_InSomeLanes_LeavesTheOthersAndTheirStreamsAsTheyAre()
    {
        PlaceAll(new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes));
        var before = Enumerable.Range(0, 4).Select(Lane).ToList();
        var second = Lanes256<double>.With(default, 1, 1d) > default(Lanes256<double>);

        PlaceAll(new Spawn<Lanes256<double>>(Bodies, Tile, second));

        foreach (var lane in (ReadOnlySpan<int>)[0, 2, 3])
        {
            Assert.Equal(before[lane], Lane(lane));
        }

        Assert.NotEqual(before[1][1], Lane(1)[1]);
        Assert.NotEqual(before[1][BodyField.First], Lane(1)[BodyField.First]);
    }

    [Fact]
    public void Spawn_ALane_DrawsWhatItDrawsWhateverLanesStartBesideIt()
    {
        var start = _numbers.ToArray();
        PlaceAll(new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes));
        var together = Lane(2);
        start.CopyTo(_numbers, 0);

        PlaceAll(new Spawn<Lanes256<double>>(Bodies, Tile, Lanes256<double>.With(default, 2, 1d) > default(Lanes256<double>)));

        Assert.Equal(together, Lane(2));
    }

    [Fact]
    public void PlaceApart_ManyTimes_KeepsItsDistancesAndItsBox()
    {
        for (var i = 0; i < 200; i++)
        {
            PlaceAll(new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes));
            for (var body = 0; body < Bodies.Length; body++)
            {
                for (var lane = 0; lane < 4; lane++)
                {
                    Assert.InRange(Lanes256<double>.Get(Tile.X(body), lane), 1d, 3d);
                    Assert.InRange(Lanes256<double>.Get(Tile.Y(body), lane), -2.5, -1.5);
                    Assert.All(Enumerable.Range(0, body), other => Assert.True(Lanes256<double>.Get(Tile.Distance(body, other), lane) >= 0.4));
                }
            }
        }
    }

    [Fact]
    public void PlaceApart_WhereThereIsNoRoom_NamesTheBody()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            var spawn = new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes);
            spawn.Place(0, default, default);
            spawn.PlaceApart(3, 0.1, 0.1, 0.5, [0]);
        });

        Assert.Contains("disc 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_AMovingBody_SetsItDownAtRest()
    {
        (Tile.VelocityX(0), Tile.VelocityY(0), Tile.Spin(0)) = (AllOf(1d), AllOf(2d), AllOf(3d));

        new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes).Place(0, AllOf(4d), AllOf(5d), AllOf(6d));

        Assert.Equal([4d, 5d, 0d, 0d, 6d, 0d], Lane(0)[BodyField.First..(BodyField.First + 6)]);
    }

    [Fact]
    public void Choice_ManyTimes_IsEveryWholeNumberAndNoOther()
    {
        var seen = new HashSet<double>();
        for (var i = 0; i < 200; i++)
        {
            seen.Add(Lanes256<double>.Get(new Spawn<Lanes256<double>>(Bodies, Tile, AllLanes).Choice(5), 3));
        }

        Assert.Equal([0d, 1d, 2d, 3d, 4d], seen.Order());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public void Tile_ABodyThatThereIsNot_IsRefused(int body)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Tile.X(body); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Tile.Sin(body); });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Memory_ANumberThatIsNotKept_IsRefused(int number)
    {
        Assert.Equal(default, Tile.Memory(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Tile.Memory(number); });
    }

    private static Lanes256<double> AllOf(double value) => Lanes256<double>.All(value);

    private static void PlaceAll(Spawn<Lanes256<double>> spawn)
    {
        Span<int> placed = stackalloc int[Bodies.Length];
        for (var body = 0; body < Bodies.Length; body++)
        {
            placed[body] = body;
            spawn.PlaceApart(body, 2d, -2d, 1d, 0.5, 0.4, placed[..body]);
        }
    }

    /// <summary>All numbers of one lane; streams too, as far as a number shows its bits.</summary>
    private long[] Bits(int lane) => [.. _numbers.Select(number => BitConverter.DoubleToInt64Bits(Lanes256<double>.Get(number, lane)))];

    private double[] Lane(int lane) => [.. Bits(lane).Select((bits, i) => i is 1 or 2 ? bits : BitConverter.Int64BitsToDouble(bits))];
}
