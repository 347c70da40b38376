namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>Missions of several robots, summed up.</summary>
/// <param name="Missions">Robots times missions.</param>
/// <param name="Success">Share that arrived.</param>
/// <param name="PathRatio">Mean path over straight line of those that arrived; null when none did.</param>
/// <param name="InterventionRate">Share of commands that shields changed, mean over missions.</param>
public sealed record MissionSummary(int Missions, double Success, double? PathRatio, double InterventionRate)
{
    /// <summary>The summary of <paramref name="missions"/>; null when there are none.</summary>
    public static MissionSummary? Of(IReadOnlyList<MissionFigures> missions)
    {
        ArgumentNullException.ThrowIfNull(missions);
        if (missions.Count == 0)
        {
            return null;
        }

        double[] ratios = [.. missions.Where(mission => mission.Arrived).Select(mission => mission.PathRatio).OfType<double>()];
        return new MissionSummary(
            missions.Count, missions.Average(mission => mission.Arrived ? 1d : 0d), ratios.Length > 0 ? ratios.Average() : null,
            missions.Average(mission => mission.InterventionRate));
    }
}
