namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>A learned world model that can be stood at moments of a log.</summary>
public interface IWorldModelRollouts
{
    /// <summary>
    /// Filters the log up to each of <paramref name="moments"/>, whose tracks all have the same number of slots. Called inside a dispose
    /// scope without gradients; what it returns is used before that scope ends.
    /// </summary>
    IWorldModelRollout At(IReadOnlyList<LoggedMoment> moments);
}
