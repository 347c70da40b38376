namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>The PEM files of a TLS connection.</summary>
/// <param name="CaFile">Certificate of the authority that signed the broker's certificate.</param>
/// <param name="CertificateFile">This process's certificate; null when it has none.</param>
/// <param name="KeyFile">The certificate's private key; null when there is none.</param>
public sealed record MqttTls(string CaFile, string? CertificateFile, string? KeyFile);
