using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

/// <summary>
/// Random scenes whose barriers start non-negative, random commands, certificates, steps of 0.033 s. A step whose program has no solution stops
/// all robots, as upstream; a stopped robot's barriers do not fall.
/// </summary>
public class CertificateSafetyTests
{
    private const int Scenes = 12;
    private const int Steps = 300;

    // By how much a point 0.05 m ahead of a turning robot misses its velocity in one step: 0.05 (3.64 x 0.033)^2 / 2, m.
    private const double StepError = 3.6e-4;

    [Theory]
    [InlineData(true, "si")]
    [InlineData(true, "si_boundary")]
    [InlineData(false, "si")]
    [InlineData(false, "si_boundary")]
    [InlineData(false, "si2_sr0p2")]
    public void Points_NoBarrierEverFallsBelowZero(bool isV2, string name)
    {
        var options = BarrierCertificateTests.Known(isV2, name);
        var run = new SafetyRun(options, isV2 ? Platform.V2 : Platform.Legacy, limited: false, seed: 11);
        run.Run(Scenes, Steps);
        Report(run);
        Assert.True(run.LeastBarrier >= -1e-9, $"a barrier fell to {run.LeastBarrier}");
        Assert.True(run.ActiveRows > 500, "the scenes are too easy");
    }

    [Theory]
    [InlineData(true, "uni", true)]
    [InlineData(true, "uni", false)]
    [InlineData(true, "uni_boundary", true)]
    [InlineData(true, "uni_boundary", false)]
    [InlineData(false, "uni", true)]
    [InlineData(false, "uni", false)]
    [InlineData(false, "uni_boundary", true)]
    [InlineData(false, "uni_boundary", false)]
    [InlineData(false, "uni2", true)]
    [InlineData(false, "uni2", false)]
    [InlineData(false, "robust_boundary", true)]
    [InlineData(false, "robust_boundary", false)]
    [InlineData(false, "robust_boundary_sr0p2", true)]
    [InlineData(false, "robust_boundary_sr0p2", false)]
    public void Unicycles_NoBarrierFallsBelowZeroAndNobodyTouches(bool isV2, string name, bool limited)
    {
        var options = BarrierCertificateTests.Known(isV2, name);
        var run = new SafetyRun(options, isV2 ? Platform.V2 : Platform.Legacy, limited, seed: 12);
        run.Run(Scenes, Steps);
        Report(run);
        Assert.True(run.LeastBarrier >= -StepError, $"a barrier fell to {run.LeastBarrier}");
        Assert.Equal(0, run.Touching);
        Assert.True(run.ActiveRows > 500, "the scenes are too easy");
    }

    private static void Report(SafetyRun run) => TestContext.Current.TestOutputHelper!.WriteLine(run.ToString());
}
