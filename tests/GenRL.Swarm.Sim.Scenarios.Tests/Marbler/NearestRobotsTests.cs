using GenRL.Swarm.Sim.Scenarios.Marbler;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Marbler;

public sealed class NearestRobotsTests
{
    private static readonly double[] Eight =
        [-0.31, 1.22, 1.33, 0.48, 1.13, 0.97, -0.34, -1.14, 0.43, 0.16, -0.39, -0.77, -0.26, -0.09, -0.65, -0.58];

    private static readonly double[] Ten =
        [-0.61, -0.62, -0.13, -0.82, -0.84, 0.04, -1.16, -0.05, -0.39, 0.58, 0.69, 0.54, 0.53, -0.35, 0.47, -0.45, 0.2, -0.49, -0.15, -1.23];

    private static readonly double[] Twelve =
    [
        -1.33, 0.02, 1.17, -0.82, 1.19, -0.62, -0.91, 1.37, 0.54, 0.71, -1.07, -1.16, 0.46, -0.48, -0.39, 0.07, -0.21, 0.9, 0.2, 1.07, 0.84, -0.42,
        0.76, 1.11,
    ];

    // What numpy 1.24's argpartition gives.
    public static TheoryData<double[], int, int, int[]> Recorded => new()
    {
        { Eight, 1, 0, [4] },
        { Eight, 2, 7, [5, 6] },
        { Eight, 3, 0, [4, 6, 2] },
        { Eight, 4, 0, [6, 2, 1, 4] },
        { Eight, 5, 0, [6, 2, 1, 4, 7] },
        { Eight, 6, 2, [0, 1, 7, 4, 5, 6] },
        { Ten, 3, 7, [6, 8, 1] },
        { Ten, 4, 4, [5, 2, 3, 0] },
        { Ten, 6, 0, [1, 2, 9, 7, 3, 8] },
        { Ten, 8, 0, [1, 2, 3, 4, 9, 6, 7, 8] },
        { Twelve, 4, 5, [0, 6, 7, 10] },
        { Twelve, 7, 4, [11, 9, 7, 10, 8, 6, 2] },
        { Twelve, 10, 7, [0, 11, 2, 3, 4, 5, 6, 8, 9, 10] },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Of_FewerThanAll_AreInTheOrderThatNumpyGives(double[] positions, int wanted, int robot, int[] expected)
    {
        var neighbours = new NearestRobots(Place(positions), wanted);

        Assert.Equal(expected, neighbours.Of(robot).ToArray());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    public void Of_AllOrMore_AreTheOthersInTheirOrder(int wanted)
    {
        var neighbours = new NearestRobots(Place(Eight), wanted);

        Assert.Equal([0, 1, 2, 4, 5, 6, 7], neighbours.Of(3).ToArray());
    }

    private static Poses Place(double[] positions)
    {
        var poses = new Poses(positions.Length / 2);
        for (var i = 0; i < poses.Count; i++)
        {
            poses.Place(i, positions[2 * i], positions[(2 * i) + 1], 0d);
        }

        return poses;
    }
}
