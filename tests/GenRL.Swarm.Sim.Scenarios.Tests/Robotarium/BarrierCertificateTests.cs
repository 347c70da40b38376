using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class BarrierCertificateTests
{
    public static TheoryData<bool, string> Names() => new()
    {
        { true, "si" }, { true, "si_boundary" }, { true, "uni" }, { true, "uni_boundary" },
        { false, "si" }, { false, "si_boundary" }, { false, "si2" }, { false, "si2_sr0p2" }, { false, "uni" }, { false, "uni_boundary" },
        { false, "uni2" }, { false, "robust" }, { false, "robust_boundary" }, { false, "robust_boundary_sr0p2" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void LeavingOutRowsAndGroupingRobotsChangesNothing(bool isV2, string name)
    {
        var options = Known(isV2, name);
        var random = new RandomStream(7, 0, 0);
        var (active, infeasible) = (0, 0);
        for (var trial = 0; trial < 80; trial++)
        {
            var robots = 2 + random.NextInt32(14);
            var scene = CertificateScene.Random(random, options, robots, crowding: 0.3 + random.NextSingle());
            var certificate = new BarrierCertificate(options, robots);

            var status = scene.Certify(certificate);

            var (expected, expectedStatus) = scene.SolveInFull();
            Assert.Equal(expectedStatus, status);
            Assert.Equal(scene.Rows.Count, certificate.RowCount);
            infeasible += status == SolveStatus.Infeasible ? 1 : 0;
            for (var i = 0; i < robots; i++)
            {
                var actual = certificate.Velocities[i];
                var goal = status == SolveStatus.Solved ? expected[i] : default;
                Assert.True((actual - goal).Length < 1e-10 * Math.Max(1d, goal.Length), $"trial {trial}, robot {i}: {actual} instead of {goal}");
            }

            active += certificate.ActiveRows.Length;
        }

        Assert.True(active > 100, $"{active} active rows: the scenes are too easy");
        TestContext.Current.TestOutputHelper?.WriteLine($"{active} active rows, {infeasible} of 80 scenes infeasible");
    }

    [Fact]
    public void TwoRobotsOnOneSpot_AllAreStoppedAndCounted()
    {
        var certificate = new BarrierCertificate(Known(true, "si"), 3);
        Vector2D[] points = [new(0d, 0d), new(0d, 0d), new(1d, 0d)];
        Vector2D[] velocities = [new(0.1, 0d), new(0d, 0.1), new(0.1, 0.1)];

        var status = certificate.Certify(points, velocities, velocities);

        Assert.Equal(SolveStatus.Infeasible, status);
        Assert.All(velocities, velocity => Assert.Equal(default, velocity));
        Assert.Equal(new CertificateTally(1, 1, 0, 0), certificate.Tally);
        Assert.Equal(0d, certificate.Tally.MeanActiveRows);
    }

    [Fact]
    public void OneRobotAlone_IsLeftToItself()
    {
        var certificate = new BarrierCertificate(Known(true, "si_boundary"), 1);
        Vector2D[] velocities = [new(3d, 0d)];

        Assert.Equal(SolveStatus.Solved, certificate.Certify([new Vector2D(5d, 0d)], velocities, velocities));
        Assert.Equal(new Vector2D(3d, 0d), velocities[0]);
    }

    [Fact]
    public void Certify_AllocatesNothing()
    {
        var options = Known(true, "uni_boundary");
        var random = new RandomStream(8, 0, 0);
        var scenes = Enumerable.Range(0, 20).Select(_ => CertificateScene.Random(random, options, 10, crowding: 0.7)).ToArray();
        var certificate = new BarrierCertificate(options, 10);
        Array.ForEach(scenes, scene => scene.Certify(certificate));

        var bytes = Allocation.Of(() =>
        {
            foreach (var scene in scenes)
            {
                scene.Certify(certificate);
            }
        });

        Assert.Equal(0L, bytes);
    }

    [Theory]
    [InlineData("si3")]
    [InlineData("unicycle")]
    [InlineData("robust")]
    [InlineData("")]
    public void V2_UnknownNames_AreNull(string name) => Assert.Null(KnownCertificates.V2(name));

    internal static CertificateOptions Known(bool isV2, string name) =>
        (isV2 ? KnownCertificates.V2(name) : KnownCertificates.Legacy(name)) ?? throw new ArgumentException(name, nameof(name));
}
