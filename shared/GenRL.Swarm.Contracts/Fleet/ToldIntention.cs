namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>Where a robot expects a neighbour to go, decoded from the neighbour's latest intention frame.</summary>
/// <param name="Robot">The neighbour's number.</param>
/// <param name="PathMetres">x0, y0, x1, y1, ... metres, world frame, one point per plan tick.</param>
public sealed record ToldIntention(int Robot, IReadOnlyList<float> PathMetres);
