namespace Mosquitto;

/// <summary>The PEM files of a TLS connection.</summary>
/// <param name="CaFile">Who may have signed the broker's certificate.</param>
/// <param name="CertificateFile">This client's certificate; null when it has none.</param>
/// <param name="KeyFile">The certificate's private key; null when there is none.</param>
public sealed record MosquittoTls(string CaFile, string? CertificateFile, string? KeyFile);
