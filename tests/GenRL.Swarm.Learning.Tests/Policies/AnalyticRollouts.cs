using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Adaptation;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Policies;

/// <summary>In place of a learned world model: the floor as it is, and neighbours that pass through the way-points they told.</summary>
internal sealed class AnalyticRollouts(ActuatorModel floor) : IWorldModelRollouts
{
    private const int H = PlanShape.Horizon;

    public IWorldModelRollout At(IReadOnlyList<LoggedMoment> moments) => new Rollout(moments, new DelayedLag(floor));

    private sealed class Rollout(IReadOnlyList<LoggedMoment> moments, DelayedLag motion) : IWorldModelRollout
    {
        public Tensor Neighbours(Tensor plans)
        {
            var slots = moments[0].Track.Slots;
            var paths = new Vector2[moments.Count * slots * H];
            for (var i = 0; i < paths.Length; i++)
            {
                var (track, t) = moments[i / (slots * H)];
                var at = (i / H % slots * track.Ticks) + t;
                var step = (i % H) + 1;
                var leg = (step - 1) / 5;
                var from = leg == 0 ? track.NeighbourPositions[at] : track.Waypoints[(3 * at) + leg - 1];
                paths[i] = Vector2.Lerp(from, track.Waypoints[(3 * at) + leg], (step - (5 * leg)) / 5f);
            }

            return AsTensor(paths, [moments.Count, slots, H, 2]);
        }

        public Tensor Ego(Tensor plans, Tensor neighbours)
        {
            var commands = MemoryMarshal.Cast<float, Vector2>(plans.contiguous().data<float>().ToArray());
            var paths = new Vector2[commands.Length];
            var candidates = commands.Length / H / moments.Count;
            for (var row = 0; row < commands.Length / H; row++)
            {
                var (track, t) = moments[row / candidates];
                var pending = track.Commands.AsSpan(t - motion.Pending, motion.Pending);
                motion.Roll(track.Positions[t], track.Velocities[t], pending, commands.Slice(row * H, H), paths.AsSpan(row * H, H));
            }

            return AsTensor(paths, plans.shape);
        }

        private static Tensor AsTensor(Vector2[] values, long[] shape) =>
            tensor(MemoryMarshal.Cast<Vector2, float>(values).ToArray(), shape);
    }
}
