using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>What a tick log says of the run as a whole; the first record of the file.</summary>
/// <param name="Robot">The robot that wrote the log.</param>
/// <param name="Fleet">Its fleet.</param>
/// <param name="Seed">The run's seed; every random stream derives from it.</param>
/// <param name="Source">"real", "sim" (real time) or "lockstep".</param>
/// <param name="Release">The release that was active when the log was opened.</param>
/// <param name="Configuration">The effective configuration, JSON.</param>
/// <param name="Software">Versions: ours, the runtime's, ONNX Runtime's, and the CPU features that matter for bit-equal replay.</param>
public sealed record RunHeader(
    RobotId Robot, string Fleet, ulong Seed, string Source, ReleaseId Release, string Configuration,
    IReadOnlyDictionary<string, string> Software);
