namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>Control steps that follow each other without a gap.</summary>
/// <param name="First">Number of the first step.</param>
/// <param name="Steps">The steps.</param>
public sealed record FlightSegment(long First, FlightStep[] Steps);
