using System.Security.Cryptography;

namespace GenRL.Swarm.Contracts.Identity;

/// <summary>
/// Names one release of world model, policy, codebook and shield parameters: the SHA-256 of its manifest's bytes, 64 lower-case
/// hexadecimal digits. The four always change together.
/// </summary>
/// <param name="Hex">The digits.</param>
public readonly record struct ReleaseId(string Hex)
{
    /// <summary>The first 12 digits, for people.</summary>
    public string Short => Hex.Length > 12 ? Hex[..12] : Hex;

    /// <summary>The id of the release whose manifest has these bytes.</summary>
    public static ReleaseId Of(ReadOnlySpan<byte> manifest) => new(Convert.ToHexStringLower(SHA256.HashData(manifest)));

    /// <summary>Whether <paramref name="text"/> has the form of a release id.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: 64 } && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
