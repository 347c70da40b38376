using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Agent.Tests.Observing;

public sealed class ObservationWriterTests
{
    private static readonly Vector2 Position = new(1f, 2f);

    [Fact]
    public void Ego_IsTheGoldenVector()
    {
        Vector2[] told = [.. Enumerable.Range(1, PlanShape.Horizon).Select(k => Position + new Vector2(0.125f * k, 0f))];
        var block = new float[ObservationShape.Ego];

        ObservationWriter.Ego(Position, new(0.25f, -0.5f), new(1f, 8f), new(0.75f, -0.125f), 0.12f, told, block);

        // velocity, goal clipped to 3 m, last command, direction, distance clipped, radius, told at 0.5, 1.0, 1.5 s
        Assert.Equal([0.25f, -0.5f, 0f, 3f, 0.75f, -0.125f, 0f, 1f, 3f, 0.12f, 0.625f, 0f, 1.25f, 0f, 1.875f, 0f], block);
    }

    [Fact]
    public void Ego_AtTheGoal_StaysFinite()
    {
        var block = new float[ObservationShape.Ego];

        ObservationWriter.Ego(Position, default, Position, default, 0.12f, new Vector2[PlanShape.Horizon], block);

        Assert.All(block, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(0f, block[6]);
    }

    [Fact]
    public void Neighbour_IsTheGoldenVector()
    {
        var view = new NeighbourView(
            new(1.5f, 2f), new(0.5f, 0f), 0.125f, true, 0.0625f, 0.75f, new(2f, 2f), new(2.5f, 2f), new(3f, 2f), new(1f, -7f));
        var block = new float[ObservationShape.Neighbour];

        ObservationWriter.Neighbour(Position, new(0.25f, 0.25f), view, block);

        Assert.Equal([0.5f, 0f, 0.25f, -0.25f, 1f, 0f, 1.5f, 0f, 2f, 0f, 0f, -3f, 1f, 0.0625f, 0.125f, 0.75f], block);
    }

    [Fact]
    public void ConstantVelocity_SaysNothingThatIsNotSensed()
    {
        var view = NeighbourView.ConstantVelocity(new(1f, 1f), new(2f, 0f), 0.1f);

        Assert.Equal(new NeighbourView(new(1f, 1f), new(2f, 0f), 0.1f, false, 0f, 0f, new(2f, 1f), new(3f, 1f), new(4f, 1f), new(1f, 1f)), view);
    }

    [Fact]
    public void Lidar_IsBoundedAndFallsWithRange()
    {
        var ranges = new float[PlanShape.LidarSectors];
        (ranges[0], ranges[1], ranges[2]) = (0f, 0.4f, -1f);
        var block = new float[PlanShape.LidarSectors];

        ObservationWriter.Lidar(ranges, block);

        Assert.Equal(10f, block[0], 1e-5f);
        Assert.Equal(2f, block[1], 1e-5f);
        Assert.Equal(10f, block[2], 1e-5f);
    }
}
