using System.Buffers.Text;
using System.Text;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Trust.Signing;

/// <summary>
/// The content of <c>manifest.sig</c>: one ASCII line, <c>swarm-ecdsa-p256-sha256 KEYID SIGNATURE</c> and a line feed. KEYID is the SHA-256 of
/// the public key (64 hexadecimal digits), SIGNATURE the 64 bytes r and s over the manifest's bytes in base64.
/// </summary>
internal static class ReleaseSignature
{
    /// <summary>Length of a signature, bytes.</summary>
    public const int Length = 64;

    private const string Scheme = "swarm-ecdsa-p256-sha256";
    private const int KeyIdStart = 24;
    private const int SignatureStart = KeyIdStart + 65;
    private const int TextLength = SignatureStart + 88 + 1;

    public static byte[] Write(string keyId, ReadOnlySpan<byte> signature) =>
        Encoding.ASCII.GetBytes($"{Scheme} {keyId} {Convert.ToBase64String(signature)}\n");

    /// <summary>Reads the one form that <see cref="Write"/> writes; anything else is false. Bounded, throws nothing.</summary>
    /// <param name="text">The bytes of the signature file.</param>
    /// <param name="keyId">The key that is said to have signed.</param>
    /// <param name="signature">Receives <see cref="Length"/> bytes.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out string keyId, Span<byte> signature)
    {
        keyId = "";
        if (text.Length != TextLength || !text.StartsWith("swarm-ecdsa-p256-sha256 "u8) || text[SignatureStart - 1] != ' ' || text[^1] != '\n')
        {
            return false;
        }

        var id = Encoding.ASCII.GetString(text[KeyIdStart..(SignatureStart - 1)]);
        if (!ReleaseId.IsWellFormed(id)
            || Base64.DecodeFromUtf8(text[SignatureStart..^1], signature, out var read, out var written) != System.Buffers.OperationStatus.Done
            || read != 88 || written != Length)
        {
            return false;
        }

        keyId = id;
        return true;
    }
}
