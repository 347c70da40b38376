using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>What a robot's log says of its robot.</summary>
/// <param name="Kinematics">How the robot moves: which numbers there are.</param>
/// <param name="Parameters">The numbers, one by one.</param>
/// <param name="Floor">The floor with the best values, its noise that of the log; what the log does not tell is at, or near, its nominal value.</param>
/// <param name="Range">The floors to draw from in training.</param>
/// <param name="Noise">How far the log lies from the best simulation, window starts fitted.</param>
/// <param name="Windows">Windows of 2 s that were fitted.</param>
/// <param name="Outliers">Windows that fit far worse than the rest and count less: contacts, jumps of the localisation.</param>
public sealed record IdentificationResult(
    KinematicsKind Kinematics, IReadOnlyList<IdentifiedParameter> Parameters, Floor Floor, FloorRange Range, NoiseScale Noise, int Windows, int Outliers)
{
    /// <summary>The parameter called <paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IdentifiedParameter this[string name] => Parameters.First(parameter => parameter.Name == name);
}
