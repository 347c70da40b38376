using System.Security.Cryptography;

namespace GenRL.Swarm.Contracts.Models;

/// <summary>One file of a model bundle, as its manifest names it.</summary>
/// <param name="Name">A plain file name: see <see cref="IsPlainName"/>.</param>
/// <param name="Sha256">The hash of its content, 64 lower-case hexadecimal digits; also its address as an artefact.</param>
/// <param name="Bytes">The length of its content, bytes.</param>
public sealed record BundleFile(string Name, string Sha256, long Bytes)
{
    /// <summary>The longest allowed name, characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>Describes a file that holds <paramref name="content"/>.</summary>
    public static BundleFile Of(string name, ReadOnlySpan<byte> content) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);

    /// <summary>
    /// Whether <paramref name="name"/> can only mean a file directly in the bundle's folder: lower-case letters, digits, dot, dash and
    /// underscore, beginning with a letter or digit, at most <see cref="MaxNameLength"/> long, and not one of the bundle's own two files.
    /// </summary>
    public static bool IsPlainName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength }
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_')
        && name is not (BundleLayout.Manifest or BundleLayout.Signature);
}
