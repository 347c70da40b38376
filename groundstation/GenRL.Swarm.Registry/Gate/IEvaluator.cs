namespace GenRL.Swarm.Registry.Gate;

/// <summary>Flies two bundles in simulation and scores them on held-out logs. Its adapter lives in the host, which may use the simulator.</summary>
public interface IEvaluator
{
    /// <summary>Measures both bundles.</summary>
    /// <param name="request">What to measure.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidDataException">The candidate cannot be flown; the message says why.</exception>
    Task<GateEvidence> EvaluateAsync(GateRequest request, IProgress<double> progress, CancellationToken cancellationToken);
}
