using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Engine.Tests;

public sealed class EverythingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_AtAnyWidth_OnAnyThreads_InAnyBatch_GivesTheSameBytes(bool precise) => Widths.AssertAlike(new EverythingFactory(), 60, precise);

    [Fact]
    public void Step_AllocatesNothing_AndStaysFinite()
    {
        using var environment = BodyEnvironments.Create(new EverythingFactory(), 20);
        var shape = environment.Shape;
        var (actions, observations, rewards) = (new float[shape.ActionLength], new float[shape.ObservationLength], new float[shape.RewardLength]);
        var ends = new EpisodeEnd[20];
        environment.Reset(1, observations);
        Array.Fill(actions, 0.9f);
        Steps(50);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Steps(500);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(observations, number => Assert.True(float.IsFinite(number)));
        Assert.True(environment.Statistics(19).Episodes > 5);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                environment.Step(actions, observations, rewards, ends);
            }
        }
    }
}
