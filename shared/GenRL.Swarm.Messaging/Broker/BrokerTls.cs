namespace GenRL.Swarm.Messaging.Broker;

/// <summary>The PEM files of a broker that asks every client for a certificate.</summary>
/// <param name="CaFile">Who must have signed the clients' certificates.</param>
/// <param name="CertificateFile">The broker's own certificate.</param>
/// <param name="KeyFile">Its private key.</param>
public sealed record BrokerTls(string CaFile, string CertificateFile, string KeyFile);
