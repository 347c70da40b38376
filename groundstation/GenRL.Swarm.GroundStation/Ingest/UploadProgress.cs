namespace GenRL.Swarm.GroundStation.Ingest;

/// <summary>How far an upload is.</summary>
/// <param name="Offset">Bytes that have arrived.</param>
/// <param name="Complete">Whether the log is complete, checked and kept.</param>
/// <param name="Fault">Why the latest part was not taken.</param>
public readonly record struct UploadProgress(long Offset, bool Complete, UploadFault Fault);
