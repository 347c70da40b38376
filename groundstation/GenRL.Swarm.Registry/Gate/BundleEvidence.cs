using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Gate;

/// <summary>What was measured of one bundle.</summary>
/// <param name="Release">The bundle.</param>
/// <param name="Identified">How it flew on the floor identified from the fleet's logs: where the fleet flies.</param>
/// <param name="Nominal">How it flew on the nominal floor, for the record.</param>
/// <param name="PredictionErrorRatios">Position error on the held-out logs as a ratio to constant velocity, by name (<c>ego_2.0s</c>, <c>neighbour_2.0s</c>, ...).</param>
/// <param name="TickP50Milliseconds">Median length of a plan tick, milliseconds.</param>
public sealed record BundleEvidence(
    ReleaseId Release, FlightEvidence Identified, FlightEvidence Nominal, IReadOnlyDictionary<string, double> PredictionErrorRatios,
    double TickP50Milliseconds);
