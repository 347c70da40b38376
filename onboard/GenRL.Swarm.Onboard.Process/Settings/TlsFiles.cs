namespace GenRL.Swarm.Onboard.Process.Settings;

/// <summary>The PEM files with which a robot shows who it is, to broker and ground station alike.</summary>
/// <param name="Authority">Certificate of the fleet's authority.</param>
/// <param name="Certificate">The robot's certificate.</param>
/// <param name="Key">Its private key.</param>
internal sealed record TlsFiles(string Authority, string Certificate, string Key);
