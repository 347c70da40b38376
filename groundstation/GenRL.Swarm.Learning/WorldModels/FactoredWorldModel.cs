using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>
/// The entity-factored residual world model. Each entity has explicit position and velocity, a GRU memory h and a small Gaussian latent z; the
/// networks give changes of velocity, so that constant velocity is what an untrained one predicts. Source: the recurrent state-space model
/// (Hafner et al., arXiv 1811.04551), factored by entity with summed pairwise messages (Battaglia et al., arXiv 1612.00222).
/// State keys: message.*, ego_memory.*, ego_prior.*, ego_posterior.*, ego_motion.*, and the same for neighbour_*.
/// </summary>
public sealed class FactoredWorldModel : nn.Module
{
    private const double SmallestSquare = 1e-12;
    private const float Step = PlanShape.TickSeconds;

    private readonly Sequential _message = EntityNetworks.Pair(NetworkShape.PairFeatures, NetworkShape.MessageHidden, NetworkShape.Message);
    private readonly EntityNetworks _ego = new(NetworkShape.EgoInputs);
    private readonly EntityNetworks _neighbour = new(NetworkShape.NeighbourInputs);

    /// <summary>Weights from the process's generator.</summary>
    public FactoredWorldModel()
        : base(nameof(FactoredWorldModel))
    {
        register_module("message", _message);
        Register("ego", _ego);
        Register("neighbour", _neighbour);
    }

    /// <summary>
    /// Memories after one step in which the ego executed <paramref name="command"/>, with the latents still those of before: the caller takes
    /// prior or posterior.
    /// </summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="command">[B,2], metres per second.</param>
    /// <param name="intentions">What the neighbours said.</param>
    /// <param name="elapsed">Seconds since that was read.</param>
    public EntityMemory Remember(EntityState state, Tensor command, Intentions intentions, float elapsed)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intentions);
        var (p, v, q, w, memory) = state;
        var (windows, slots) = (q.size(0), q.size(1));

        var ego = RememberEgo(p, v, command, q, w, intentions.Present, (memory.Ego, memory.EgoLatent));

        var features = cat(
            [
                q - p.unsqueeze(1), w - v.unsqueeze(1), w, intentions.Waypoints - cat([q, q, q], -1), intentions.Goal - q, intentions.HasMessage,
                full_like(intentions.HasMessage, elapsed), v.unsqueeze(1).expand(windows, slots, 2), command.unsqueeze(1).expand(windows, slots, 2),
                NeighbourMessage(state, intentions.Present), memory.NeighbourLatent,
            ],
            -1);
        var rows = windows * slots;
        var neighbour = _neighbour.Memory.forward(features.reshape(rows, NetworkShape.NeighbourInputs), memory.Neighbour.reshape(rows, NetworkShape.Memory));
        return memory with { Ego = ego, Neighbour = neighbour.reshape(windows, slots, NetworkShape.Memory) };
    }

    /// <summary>Positions and velocities one step on: v' = v + 0.5 motion(h', z'), p' = p + (v + v') / 2 dt.</summary>
    public EntityState Move(EntityState state, EntityMemory memory)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(memory);
        var v = state.Velocity + EgoMotion(memory.Ego, memory.EgoLatent);
        var w = state.NeighbourVelocity + NeighbourMotion(memory.Neighbour, memory.NeighbourLatent);
        return new EntityState(
            state.Position + ((state.Velocity + v) * (Step / 2)), v, state.NeighbourPosition + ((state.NeighbourVelocity + w) * (Step / 2)), w, memory);
    }

    /// <summary>One imagined step with the prior's mean.</summary>
    public EntityState Imagine(EntityState state, Tensor command, Intentions intentions, float elapsed)
    {
        var memory = Remember(state, command, intentions, elapsed);
        return Move(state, memory with { EgoLatent = EgoPrior(memory).Mean, NeighbourLatent = NeighbourPrior(memory).Mean });
    }

    /// <summary>One filtering step with the posterior's mean: the memory that has seen <paramref name="next"/>.</summary>
    public EntityMemory Filter(EntityState state, Tensor command, Intentions intentions, (Tensor Velocity, Tensor NeighbourVelocity) next)
    {
        ArgumentNullException.ThrowIfNull(state);
        var memory = Remember(state, command, intentions, 0f);
        return memory with
        {
            EgoLatent = EgoPosterior(memory, next.Velocity - state.Velocity).Mean,
            NeighbourLatent = NeighbourPosterior(memory, next.NeighbourVelocity - state.NeighbourVelocity).Mean,
        };
    }

    /// <summary>One imagined step of the ego alone, against neighbours that go as given; rows may be candidates.</summary>
    internal (Tensor Position, Tensor Velocity, Tensor Memory, Tensor Latent) ImagineEgo(
        Tensor p, Tensor v, Tensor command, Tensor q, Tensor w, Tensor present, (Tensor Memory, Tensor Latent) memory)
    {
        var next = RememberEgo(p, v, command, q, w, present, memory);
        var latent = Latent.From(_ego.Prior.forward(next)).Mean;
        var velocity = v + EgoMotion(next, latent);
        return (p + ((v + velocity) * (Step / 2)), velocity, next, latent);
    }

    internal Latent EgoPrior(EntityMemory memory) => Latent.From(_ego.Prior.forward(memory.Ego));

    internal Latent NeighbourPrior(EntityMemory memory) => Latent.From(_neighbour.Prior.forward(memory.Neighbour));

    internal Latent EgoPosterior(EntityMemory memory, Tensor change) => Latent.From(_ego.Posterior.forward(cat([memory.Ego, change], -1)));

    internal Latent NeighbourPosterior(EntityMemory memory, Tensor change) =>
        Latent.From(_neighbour.Posterior.forward(cat([memory.Neighbour, change], -1)));

    /// <summary>Change of the ego's velocity, metres per second.</summary>
    internal Tensor EgoMotion(Tensor memory, Tensor latent) => _ego.Motion.forward(cat([memory, latent], -1)) * NetworkShape.MotionScale;

    /// <summary>Change of the neighbours' velocities, metres per second.</summary>
    internal Tensor NeighbourMotion(Tensor memory, Tensor latent) => _neighbour.Motion.forward(cat([memory, latent], -1)) * NetworkShape.MotionScale;

    private Tensor RememberEgo(Tensor p, Tensor v, Tensor command, Tensor q, Tensor w, Tensor present, (Tensor Memory, Tensor Latent) memory)
    {
        var hidden = PairHidden(p.unsqueeze(1), v.unsqueeze(1), q, w);
        var message = Message((hidden * present).sum(1), present.sum(1));
        return _ego.Memory.forward(cat([v, command, message, memory.Latent], -1), memory.Memory);
    }

    private Tensor NeighbourMessage(EntityState state, Tensor present)
    {
        var slots = present.size(1);
        var positions = cat([state.Position.unsqueeze(1), state.NeighbourPosition], 1).unsqueeze(1);
        var velocities = cat([state.Velocity.unsqueeze(1), state.NeighbourVelocity], 1).unsqueeze(1);
        var hidden = PairHidden(state.NeighbourPosition.unsqueeze(2), state.NeighbourVelocity.unsqueeze(2), positions, velocities);

        // The ego is always heard; a neighbour is heard by the others, not by itself.
        var others = cat([ones(slots, 1), 1 - eye(slots)], 1).unsqueeze(-1);
        var heard = others * cat([ones(present.size(0), 1, 1), present], 1).unsqueeze(1);
        return Message((hidden * heard).sum(2), heard.sum(2));
    }

    /// <summary>SiLU of phi's first layer for each pair; receivers and senders broadcast against each other.</summary>
    private Tensor PairHidden(Tensor position, Tensor velocity, Tensor senders, Tensor senderVelocities)
    {
        var offset = senders - position;
        var near = (((offset * offset).sum(-1, true) + SmallestSquare).sqrt() * -3).exp();
        var pair = cat([offset, senderVelocities - velocity, velocity.expand_as(offset), near], -1);
        return nn.functional.silu(((Linear)_message[0]).forward(pair));
    }

    /// <summary>phi's last layer is linear, so that it is applied once to the sum; its bias counts once per sender.</summary>
    private Tensor Message(Tensor sum, Tensor senders)
    {
        var last = (Linear)_message[2];
        return nn.functional.linear(sum, last.weight!) + (senders * last.bias!);
    }

    private void Register(string kind, EntityNetworks networks)
    {
        register_module($"{kind}_memory", networks.Memory);
        register_module($"{kind}_prior", networks.Prior);
        register_module($"{kind}_posterior", networks.Posterior);
        register_module($"{kind}_motion", networks.Motion);
    }
}
