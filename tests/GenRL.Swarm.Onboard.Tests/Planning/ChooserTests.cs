using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Onboard.Planning;

namespace GenRL.Swarm.Onboard.Tests.Planning;

/// <summary>What is chosen of candidates that the world model imagined badly. The test writes the imagined paths itself.</summary>
public sealed class ChooserTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    private readonly TickRecord _record = new();

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1e30f)]
    public void A_candidate_that_leads_to_infinity_is_left_out_and_the_others_stand(float end)
    {
        var spread = Choose(end);

        Assert.NotEqual(0, _record.Best);
        Assert.True(float.IsFinite(spread), $"{spread}");
        Assert.All(_record.Plan, command => Assert.Equal(new Vector2(0.5f, 0f), command, (a, b) => Vector2.Distance(a, b) < 1e-4f));
        Assert.All(_record.Path, place => Assert.True(float.IsFinite(place.X) && float.IsFinite(place.Y)));
    }

    [Fact]
    public void A_candidate_that_leads_nowhere_means_that_the_model_is_broken() => Assert.True(float.IsNaN(Choose(float.NaN)));

    private float Choose(float firstEnd)
    {
        var model = pretrained.Bundle.WorldModel;
        var paths = MemoryMarshal.Cast<float, Vector2>(
            MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(model.Paths), model.Paths.Length));
        MemoryMarshal.Cast<float, Vector2>(model.Plans).Fill(new Vector2(0.5f, 0f));
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = new Vector2(0.05f * ((i % PlanShape.ImaginedSteps) + 1), 0f);
        }

        paths[PlanShape.ImaginedSteps - 1] = new Vector2(firstEnd, 0f);
        var scene = new PlanScene { Goal = new Vector2(2f, 0f), Radius = 0.12f, Steps = PlanShape.ImaginedSteps };
        return Chooser.Choose(pretrained.Bundle, Vector2.Zero, scene, new TickScratch(), _record);
    }
}
