using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.GroundStation.Evaluation;
using GenRL.Swarm.Onboard.Imagination;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.GroundStation.Tests.Evaluation;

public sealed class ShadowPredictorTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Observe_TicksOfAnAgentWithTheSameRelease_RemembersWhatTheAgentRemembers()
    {
        using var bundle = Flights.Load(Flights.Pretrained);
        var shadow = new ShadowPredictor(bundle);
        var ticks = 0;

        foreach (var seed in (ulong[])[1, 2])
        {
            ticks = 0;
            Flights.Fly(Floor.Nominal, seed, (tick, agent) =>
            {
                shadow.Observe(tick);
                Assert.Equal(agent.Surprise, shadow.Surprise);
                Assert.Equal(++ticks, shadow.Remembered);
            });
        }

        Assert.True(ticks > 20);
    }

    [Fact]
    public void Observe_AfterAGapOrAFault_BeginsAnew()
    {
        using var bundle = Flights.Load(Flights.Pretrained);
        var shadow = new ShadowPredictor(bundle);
        var record = new TickRecord();
        int After(long tick, TickFault fault)
        {
            (record.Tick, record.Fault) = (new TickNumber(tick), fault);
            shadow.Observe(record);
            return shadow.Remembered;
        }

        int[] remembered =
        [
            After(5, TickFault.None), After(6, TickFault.None), After(8, TickFault.None), After(9, TickFault.None), After(10, TickFault.NoGoal),
            After(11, TickFault.None),
        ];

        Assert.Equal([1, 2, 1, 2, 0, 1], remembered);
    }

    [Fact]
    public void HeldOutErrors_OnTheFloorOfTraining_BeatConstantVelocityAndAnotherFloor()
    {
        using var bundle = Flights.Load(Flights.Pretrained);
        var nominal = HeldOutErrors.Of(Flights.Record(_temp["nominal"], Floor.Nominal), [bundle], TestContext.Current.CancellationToken)[0];
        var steel = HeldOutErrors.Of(Flights.Record(_temp["steel"], Floor.SteelHall), [bundle], TestContext.Current.CancellationToken)[0];
        TestContext.Current.TestOutputHelper!.WriteLine($"nominal {string.Join(' ', nominal)}; steel hall {string.Join(' ', steel)}");

        Assert.Equal(["ego_0.5s", "ego_1.0s", "neighbour_0.5s", "neighbour_1.0s"], nominal.Keys.Order());
        Assert.All(nominal, ratio => Assert.InRange(ratio.Value, 0, 0.5));
        Assert.InRange(nominal["ego_1.0s"], 0, 0.015);
        Assert.All(["ego_0.5s", "ego_1.0s"], name => Assert.True(steel[name] > 2 * nominal[name]));
    }

    [Fact]
    public void HeldOutErrors_WithoutAWindow_AreNone()
    {
        using var bundle = Flights.Load(Flights.Pretrained);
        File.WriteAllBytes(_temp["damaged.mcap"], [1, 2, 3]);

        Assert.Empty(HeldOutErrors.Of([], [bundle], TestContext.Current.CancellationToken)[0]);
        Assert.Empty(HeldOutErrors.Of([_temp["damaged.mcap"]], [bundle], TestContext.Current.CancellationToken)[0]);
    }

    [Fact]
    public void Predict_WithoutAMemory_Throws()
    {
        using var bundle = Flights.Load(Flights.Pretrained);

        Assert.Throws<InvalidOperationException>(
            () => new ShadowPredictor(bundle).Predict(new Vector2[10], new Vector2[10], new Vector2[80]));
    }
}
