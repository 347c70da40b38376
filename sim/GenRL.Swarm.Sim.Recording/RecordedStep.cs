namespace GenRL.Swarm.Sim.Recording;

/// <summary>One step of a recording. The arrays are the reader's until its next step.</summary>
/// <param name="Number">0 for the reset, then counting up.</param>
/// <param name="Actions">What was done; empty at the reset.</param>
/// <param name="Hashes">What each world then was: <see cref="StateHash"/>.</param>
public sealed record RecordedStep(int Number, float[] Actions, ulong[] Hashes);
