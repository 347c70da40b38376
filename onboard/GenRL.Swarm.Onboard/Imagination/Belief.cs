using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Imagination;

/// <summary>
/// Second stage: what happened since the last tick goes into the world model's memory. observation, latent state -> latent state. Memory
/// belongs to the slot: a slot with a new occupant starts empty. Allocates nothing.
/// </summary>
internal sealed class Belief
{
    private const int N = PlanShape.Neighbours;
    private const int F = NetworkShape.NeighbourFeatures;

    private readonly float[] _features = new float[N * F];
    private readonly bool[] _present = new bool[N];
    private readonly Vector2[] _velocities = new Vector2[N];
    private Vector2 _velocity;
    private bool _started;

    /// <summary>The world model's memory.</summary>
    public RecurrentState State { get; } = new();

    /// <summary>Distance between the change of velocity that the model expected and the one that came, metres per second; 0 at first.</summary>
    public float Surprise { get; private set; }

    /// <summary>What the neighbours' memories are told of now, [8,20]: for the stages that imagine.</summary>
    public ReadOnlySpan<float> Features => _features;

    /// <summary>Forgets everything: after a swap the old memory means nothing.</summary>
    public void Clear()
    {
        State.Clear();
        _started = false;
        Surprise = 0f;
    }

    /// <summary>Moves the memory on by one tick.</summary>
    /// <param name="encoder">The filtering graph.</param>
    /// <param name="ego">The robot's state now.</param>
    /// <param name="executed">Mean command executed since the last tick.</param>
    /// <param name="scratch">Written by observe.</param>
    public void Update(Encoder encoder, in EgoState ego, Vector2 executed, TickScratch scratch)
    {
        for (var slot = 0; slot < N; slot++)
        {
            // A slot that changed hands has nothing to be updated with: its memory starts here.
            _present[slot] &= scratch.Present[slot] && !scratch.Changed[slot];
        }

        if (_started)
        {
            Filter(encoder, ego, executed, scratch);
        }

        for (var slot = 0; slot < N; slot++)
        {
            if (!_present[slot])
            {
                State.Forget(slot);
            }

            _present[slot] = scratch.Present[slot];
            _velocities[slot] = scratch.Views[slot].Velocity;
            WriteFeatures(scratch.Views[slot], scratch.Present[slot], ego, _features.AsSpan(slot * F, F));
        }

        _velocity = ego.Velocity;
        _started = true;
    }

    private void Filter(Encoder encoder, in EgoState ego, Vector2 executed, TickScratch scratch)
    {
        Put(encoder.EgoMotion, 0, _velocity);
        Put(encoder.EgoMotion, 2, executed);
        Put(encoder.EgoSeen, 0, ego.Velocity - _velocity);
        _features.CopyTo(encoder.NeighbourFeatures);
        for (var slot = 0; slot < N; slot++)
        {
            encoder.Mask[slot] = _present[slot] ? 1f : 0f;
            Put(encoder.NeighbourFeatures, (slot * F) + 18, executed);
            Put(encoder.NeighbourSeen, slot * 2, _present[slot] ? scratch.Views[slot].Velocity - _velocities[slot] : Vector2.Zero);
        }

        encoder.Update(State);
        Surprise = Vector2.Distance(encoder.Expected, ego.Velocity - _velocity);
    }

    /// <summary>One row of features, in the order that <see cref="NetworkShape.NeighbourFeatures"/> gives; the command is filled in when it is known.</summary>
    private static void WriteFeatures(in NeighbourView view, bool present, in EgoState ego, Span<float> row)
    {
        row.Clear();
        if (!present)
        {
            return;
        }

        Put(row, 0, view.Position - ego.Position);
        Put(row, 2, view.Velocity - ego.Velocity);
        Put(row, 4, view.Velocity);
        Put(row, 6, view.At05 - view.Position);
        Put(row, 8, view.At10 - view.Position);
        Put(row, 10, view.At15 - view.Position);
        Put(row, 12, view.Goal - view.Position);
        row[14] = view.HasMessage ? 1f : 0f;
        Put(row, 16, ego.Velocity);
    }

    private static void Put(Span<float> row, int at, Vector2 value)
    {
        row[at] = value.X;
        row[at + 1] = value.Y;
    }
}
