using GenRL.Swarm.Cli.Demo.Watching;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>Flies the missions of A or C to their end.</summary>
internal sealed class PhaseFlight(ControlDesk desk, IDemoScreen screen)
{
    /// <summary>Orders <paramref name="order"/> and waits until its missions are flown.</summary>
    /// <exception cref="DemoException">The world refused the order.</exception>
    public async Task<FlownPhase> FlyAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var before = Statuses();
        var missions = new List<MissionResult>();
        Show(order, missions);
        desk.Order(order);
        while (true)
        {
            var result = await desk.NextResultAsync(cancellationToken);
            if (result.Run != order.Run)
            {
                continue;
            }

            switch (result.Kind)
            {
                case WorldResultKind.Refused:
                    throw new DemoException($"the world refused phase {order.Run}: {result.Reason}");
                case WorldResultKind.Mission:
                    missions.Add(result.Mission!);
                    Show(order, missions);
                    break;
                default:
                    return new FlownPhase(order.Run, missions, result.Staged, before, Statuses(), desk.Now);
            }
        }
    }

    private Dictionary<int, RobotStatus> Statuses() => desk.Robots.ToDictionary();

    private void Show(RunOrder order, List<MissionResult> missions)
    {
        var what = missions.Count == 0
            ? "robots fly to their places"
            : $"{missions.Count} of {order.Missions} missions, {missions.Count(m => m.Success)} succeeded, {missions.Count(m => m.RobotCollisions + m.WallCollisions > 0)} with a collision";
        var progress = (double)missions.Count / order.Missions;
        desk.Show(order.Run, what, progress);
        screen.Progress(order.Run, what, progress);
    }
}
