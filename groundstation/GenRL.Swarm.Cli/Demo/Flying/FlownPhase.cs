using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>A phase as the world and the robots saw it.</summary>
/// <param name="Name">A or C.</param>
/// <param name="Missions">The referee's verdicts.</param>
/// <param name="Staged">Whether all robots were at their starting places before the first mission.</param>
/// <param name="Before">The robots' statuses at its beginning.</param>
/// <param name="After">The robots' statuses at its end.</param>
/// <param name="Ended">When it ended, on the fleet's clock.</param>
internal sealed record FlownPhase(
    string Name, IReadOnlyList<MissionResult> Missions, bool Staged, IReadOnlyDictionary<int, RobotStatus> Before,
    IReadOnlyDictionary<int, RobotStatus> After, Stamp Ended);
