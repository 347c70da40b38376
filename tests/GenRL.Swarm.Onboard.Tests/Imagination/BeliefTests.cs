using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Imagination;

namespace GenRL.Swarm.Onboard.Tests.Imagination;

public sealed class BeliefTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    private readonly Belief _belief = new();
    private readonly TickScratch _scratch = new();

    [Fact]
    public void Update_TheFirstTime_RemembersNothing()
    {
        See(0);
        Update();

        Assert.All(_belief.State.EgoMemory, value => Assert.Equal(0f, value));
        Assert.Equal(0f, _belief.Surprise);
    }

    [Fact]
    public void Update_TheSecondTime_FiltersWhoWasThereAndNobodyElse()
    {
        See(0);
        Update();
        See(1);
        Update();

        Assert.Contains(_belief.State.EgoMemory, value => value != 0f);
        Assert.True(Remembers(0));
        Assert.False(Remembers(1));
        Update();
        Assert.True(Remembers(1));
    }

    [Fact]
    public void Update_ASlotThatChangesHands_RemembersNothingOfTheOldOccupant()
    {
        See(0);
        See(1);
        Update();
        Update();

        _scratch.Changed[0] = true;
        Update();

        Assert.False(Remembers(0));
        Assert.True(Remembers(1));
        _scratch.Changed[0] = false;
        Update();
        Assert.True(Remembers(0));
    }

    [Fact]
    public void Update_ASlotThatEmpties_IsForgotten()
    {
        See(0);
        Update();
        Update();

        _scratch.Present[0] = false;
        Update();

        Assert.False(Remembers(0));
        Assert.All(_belief.Features.ToArray(), value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Features_AreWhatTheModelIsDefinedOn()
    {
        _scratch.Present[2] = true;
        _scratch.Views[2] = new NeighbourView(
            new(1f, 2f), new(0.5f, 0f), 0.12f, true, 0.1f, 1f, new(1.5f, 2f), new(2f, 2f), new(2.5f, 3f), new(4f, 2f));

        Update(new EgoState(new Vector2(0.5f, 0.5f), new Vector2(0.25f, -0.25f), 1f, 0f));

        // q - p, w - v, w, way-points - q, goal - q, has message, elapsed, v, and the command that is not known yet.
        float[] expected = [0.5f, 1.5f, 0.25f, 0.25f, 0.5f, 0f, 0.5f, 0f, 1f, 0f, 1.5f, 1f, 3f, 0f, 1f, 0f, 0.25f, -0.25f, 0f, 0f];
        Assert.Equal(expected, _belief.Features.Slice(2 * NetworkShape.NeighbourFeatures, NetworkShape.NeighbourFeatures));
        Assert.All(_belief.Features[..(2 * NetworkShape.NeighbourFeatures)].ToArray(), value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Surprise_OfAPush_IsItsSize()
    {
        Update();
        Update(new EgoState(Vector2.Zero, new Vector2(0.5f, 0f), 0f, 0f));

        Assert.InRange(_belief.Surprise, 0.4f, 0.6f);
        Update(new EgoState(Vector2.Zero, new Vector2(0.5f * MathF.Exp(-0.4f), 0f), 0f, 0f));
        Assert.InRange(_belief.Surprise, 0f, 0.25f);
    }

    private void See(int slot)
    {
        _scratch.Present[slot] = true;
        _scratch.Views[slot] = NeighbourView.ConstantVelocity(new Vector2(1f, slot), new Vector2(0.1f, 0.2f), 0.12f);
    }

    private void Update(EgoState ego = default) => _belief.Update(pretrained.Bundle.Encoder, ego, Vector2.Zero, _scratch);

    private bool Remembers(int slot) =>
        _belief.State.NeighbourMemory.AsSpan(slot * NetworkShape.Memory, NetworkShape.Memory).ContainsAnyExcept(0f);
}
