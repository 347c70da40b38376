using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>How well the simulator foretells a log, so many plan ticks ahead.</summary>
/// <param name="Ticks">k, plan ticks of 0.1 s.</param>
/// <param name="Simulated">Root mean square of the position error of the simulator, open loop on the logged commands, metres.</param>
/// <param name="Constant">The same of going on at the measured velocity, metres.</param>
/// <param name="Interval">95 % interval of <see cref="Ratio"/>; null for a log too short to have one.</param>
public sealed record GapRow(int Ticks, double Simulated, double Constant, ValueRange? Interval)
{
    /// <summary>G_k: the simulator's error over that of constant velocity. 0 is a perfect simulator, 1 one that is worth nothing.</summary>
    public double Ratio => Simulated / Constant;
}
