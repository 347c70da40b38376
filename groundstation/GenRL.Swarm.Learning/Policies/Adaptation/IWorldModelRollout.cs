using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// A world model that stands at B moments of a log, its memories filtered through the ticks before. Positions are in the world frame,
/// metres. The tensors returned belong to the caller's dispose scope; nothing needs a gradient.
/// </summary>
public interface IWorldModelRollout
{
    /// <summary>Where the neighbours go while the robot follows one plan, given what they told last.</summary>
    /// <param name="plans">Plans, [B,H,2], metres per second.</param>
    /// <returns>Positions at the end of each step, [B,S,H,2]; those of absent neighbours mean nothing.</returns>
    Tensor Neighbours(Tensor plans);

    /// <summary>Where the robot goes under each of K plans, while its neighbours go as given.</summary>
    /// <param name="plans">Plans, [B,K,H,2], metres per second.</param>
    /// <param name="neighbours">Positions of the neighbours, [B,S,H,2].</param>
    /// <returns>Positions at the end of each step, [B,K,H,2].</returns>
    Tensor Ego(Tensor plans, Tensor neighbours);
}
