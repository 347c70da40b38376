namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>A release that this robot will not take; the message is the reason that the ground station is told.</summary>
internal sealed class ReleaseRefusedException(string reason, Exception? inner = null) : Exception(reason, inner);
