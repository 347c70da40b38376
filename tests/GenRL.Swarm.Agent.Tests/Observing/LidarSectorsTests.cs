using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Agent.Tests.Observing;

public sealed class LidarSectorsTests
{
    private readonly float[] _sectors = new float[PlanShape.LidarSectors];

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(128)]
    public void Pool_AnyRayCount_KeepsTheNearestPerSector(int rays)
    {
        var frame = Frame(rays);
        frame.Ego = frame.Ego with { Heading = 0.07f * MathF.Tau / 32f };
        for (var i = 0; i < rays; i++)
        {
            frame.Ranges[i] = 1f + (i * 0.01f);
        }

        LidarSectors.Pool(frame, _sectors);

        for (var sector = 0; sector < PlanShape.LidarSectors; sector++)
        {
            var nearest = Enumerable.Range(0, rays).Where(i => (int)MathF.Round((i * 32f / rays) + 0.07f) % 32 == sector)
                .Select(i => frame.Ranges[i]).DefaultIfEmpty(3f).Min();
            Assert.Equal(nearest, _sectors[sector]);
        }
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(MathF.PI / 2f, 8)]
    [InlineData(-MathF.PI / 2f, 24)]
    [InlineData(9f * MathF.PI, 16)]
    [InlineData(-0.01f, 0)]
    public void Pool_TurnsRaysIntoWorldAxes(float heading, int sector)
    {
        var frame = Frame(64);
        frame.Ego = frame.Ego with { Heading = heading };
        frame.Ranges[0] = 0.5f;

        LidarSectors.Pool(frame, _sectors);

        Assert.Equal(0.5f, _sectors[sector]);
        Assert.Equal(31, _sectors.Count(range => range == 3f));
    }

    [Fact]
    public void Pool_RaysThatEndOnASensedNeighbour_AreLeftOut()
    {
        var frame = Frame(32);
        frame.Ranges[0] = 0.88f;
        frame.Ranges[8] = 0.88f;
        frame.NeighbourCount = 1;
        frame.Neighbours[0] = new SensedNeighbour(new RobotId(3), frame.Ego.Position + Vector2.UnitX, Vector2.Zero, 0.12f);

        LidarSectors.Pool(frame, _sectors);

        Assert.Equal(3f, _sectors[0]);
        Assert.Equal(0.88f, _sectors[8]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1f)]
    public void Pool_RaysThatMeanNothing_HoldNothing(float range)
    {
        var frame = Frame(32);
        frame.Ranges[4] = range;

        LidarSectors.Pool(frame, _sectors);

        Assert.All(_sectors, sector => Assert.Equal(3f, sector));
    }

    [Fact]
    public void Points_AreWhereTheSectorsPoint_AndOnlyNearOnes()
    {
        Array.Fill(_sectors, 3f);
        (_sectors[8], _sectors[16]) = (0.5f, 2f);
        var points = new Vector2[PlanShape.LidarSectors];

        var count = LidarSectors.Points(Vector2.One, _sectors, 3f, 1.5f, points);

        Assert.Equal(1, count);
        Assert.InRange(Vector2.Distance(new Vector2(1f, 1.5f), points[0]), 0f, 1e-5f);
    }

    private static SensorFrame Frame(int rays)
    {
        var frame = new SensorFrame { RayCount = rays, MaxRange = 3f, Ego = new EgoState(new Vector2(4f, 5f), Vector2.Zero, 0f, 0f) };
        Array.Fill(frame.Ranges, 3f);
        return frame;
    }
}
