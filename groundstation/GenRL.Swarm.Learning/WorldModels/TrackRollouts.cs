using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Adaptation;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>Stands a learned world model at moments of a log: the memory is filtered through the second before.</summary>
public sealed class TrackRollouts(FactoredWorldModel model) : IWorldModelRollouts
{
    /// <inheritdoc/>
    public IWorldModelRollout At(IReadOnlyList<LoggedMoment> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var batch = MomentWindows.Stack(moments);
        var memory = EntityMemory.Empty(moments.Count, moments[0].Track.Slots);
        for (var t = 0; t < MomentWindows.History; t++)
        {
            var next = (batch[t + 1].Velocity, batch[t + 1].NeighbourVelocity);
            var filtered = model.Filter(batch[t].At(memory), batch[t].Command, batch[t].Intentions, next);

            // Before the beginning of a track there is nothing to remember.
            memory = new EntityMemory(
                filtered.Ego * batch[t].Valid, filtered.EgoLatent * batch[t].Valid, filtered.Neighbour * batch[t].Valid.unsqueeze(-1),
                filtered.NeighbourLatent * batch[t].Valid.unsqueeze(-1));
        }

        return new Rollout(model, batch[MomentWindows.History].At(memory), batch[MomentWindows.History].Intentions);
    }

    private sealed class Rollout(FactoredWorldModel model, EntityState start, Intentions intentions) : IWorldModelRollout
    {
        private const int H = PlanShape.Horizon;

        private readonly List<Tensor> _velocities = [];

        public Tensor Neighbours(Tensor plans)
        {
            var state = start;
            var path = new List<Tensor>();
            _velocities.Clear();
            for (var t = 0; t < H; t++)
            {
                _velocities.Add(state.NeighbourVelocity);
                state = model.Imagine(state, plans.select(1, t), intentions, t * PlanShape.TickSeconds);
                path.Add(state.NeighbourPosition);
            }

            return stack(path, 2);
        }

        public Tensor Ego(Tensor plans, Tensor neighbours)
        {
            var (batch, count) = (plans.size(0), plans.size(1));
            var (p, v) = (Rows(start.Position, count), Rows(start.Velocity, count));
            var (h, z) = (Rows(start.Memory.Ego, count), Rows(start.Memory.EgoLatent, count));
            var present = Rows(intentions.Present, count);
            var path = new List<Tensor>();
            for (var t = 0; t < H; t++)
            {
                var q = Rows(t == 0 ? start.NeighbourPosition : neighbours.select(2, t - 1), count);
                var w = Rows(VelocityAt(neighbours, t), count);
                (p, v, h, z) = model.ImagineEgo(p, v, plans.select(2, t).reshape(batch * count, 2), q, w, present, (h, z));
                path.Add(p.reshape(batch, count, 2));
            }

            return stack(path, 2);
        }

        /// <summary>The neighbours' velocities at the beginning of step t: as imagined, or from positions when none were imagined here.</summary>
        private Tensor VelocityAt(Tensor neighbours, int t) => _velocities.Count > 0 ? _velocities[t]
            : t == 0 ? start.NeighbourVelocity
            : (neighbours.select(2, t - 1) - (t == 1 ? start.NeighbourPosition : neighbours.select(2, t - 2))) / PlanShape.TickSeconds;

        private static Tensor Rows(Tensor x, long count)
        {
            long[] shape = [x.size(0), count, .. x.shape[1..]];
            return x.unsqueeze(1).expand(shape).reshape([x.size(0) * count, .. x.shape[1..]]);
        }
    }
}
