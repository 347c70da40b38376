using System.Collections.Immutable;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Films;

/// <summary>One picture of a <see cref="Film"/>.</summary>
/// <param name="Shapes">Back to front.</param>
/// <param name="Episode">Number of the episode, from 1.</param>
/// <param name="Step">Steps of the episode so far; 0 is its start.</param>
/// <param name="Return">Rewards of the episode so far, summed over robots.</param>
public sealed record FilmFrame(ImmutableArray<Shape> Shapes, int Episode, int Step, double Return);
