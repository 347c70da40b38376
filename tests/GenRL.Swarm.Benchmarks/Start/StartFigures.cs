namespace GenRL.Swarm.Benchmarks.Start;

/// <summary>What one start of a robot's process showed.</summary>
/// <param name="ReadySeconds">From the start of the process until it said that it is ready.</param>
/// <param name="ReadyProcessorSeconds">Processor time that it had used then: what the start costs whatever else the machine does.</param>
/// <param name="ReadyMegabytes">Resident memory then, 10^6 bytes.</param>
/// <param name="PeakMegabytes">The most that was resident until the end.</param>
/// <param name="EndMegabytes">Resident memory before the end.</param>
/// <param name="FirstStepSeconds">Length of the first control step with sensors.</param>
/// <param name="FirstTickSeconds">Length of the first plan tick with a goal.</param>
/// <param name="TenthTickSeconds">Length of the tenth after it.</param>
/// <param name="Account">The process's own account of its deadlines.</param>
internal sealed record StartFigures(
    double ReadySeconds, double ReadyProcessorSeconds, double ReadyMegabytes, double PeakMegabytes, double EndMegabytes, double FirstStepSeconds,
    double FirstTickSeconds, double TenthTickSeconds, string Account);
