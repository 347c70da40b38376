using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Models;

/// <summary>
/// What a release consists of, where it comes from, and how good it was found to be. It has exactly one form in bytes: properties in the
/// order below, metrics sorted by name, no white space, UTF-8. So the same manifest always has the same <see cref="ReleaseId"/>.
/// </summary>
/// <param name="Format">The version of this format: <see cref="CurrentFormat"/>.</param>
/// <param name="Created">When it was made: ISO 8601, UTC, whole seconds (<c>2026-01-31T12:00:00Z</c>).</param>
/// <param name="Floor">The name of the floor that it was made for.</param>
/// <param name="Files">Every file of the bundle but the manifest and its signature.</param>
/// <param name="Lineage">Where it comes from.</param>
/// <param name="Metrics">What was measured in training; units in the names.</param>
public sealed record BundleManifest(
    int Format, string Created, string Floor, IReadOnlyList<BundleFile> Files, BundleLineage Lineage,
    IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>The only format that is read and written.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form of <see cref="Created"/>, for a time in UTC.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The manifest's one form in bytes.</summary>
    /// <exception cref="ArgumentException">A metric is not a finite number.</exception>
    public byte[] ToBytes()
    {
        var sorted = new SortedDictionary<string, double>(Metrics.ToDictionary(), StringComparer.Ordinal);
        return JsonSerializer.SerializeToUtf8Bytes(this with { Metrics = sorted }, BundleJson.Default.BundleManifest);
    }

    /// <summary>Reads a manifest. Never throws on bad bytes.</summary>
    /// <param name="utf8">At most <see cref="BundleLayout.MaxManifestBytes"/> bytes.</param>
    /// <param name="manifest">The manifest, when it is one.</param>
    /// <param name="reason">Otherwise, what is wrong with it.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out BundleManifest? manifest, [NotNullWhen(false)] out string? reason)
    {
        manifest = null;
        reason = utf8.Length > BundleLayout.MaxManifestBytes ? "larger than a manifest may be" : Read(utf8, out manifest) ?? Validate(manifest!, utf8);
        if (reason is not null)
        {
            manifest = null;
        }

        return reason is null;
    }

    private static string? Read(ReadOnlySpan<byte> utf8, out BundleManifest? manifest)
    {
        manifest = null;
        try
        {
            manifest = JsonSerializer.Deserialize(utf8, BundleJson.Default.BundleManifest);
            return manifest is null ? "null" : null;
        }
        catch (JsonException e)
        {
            return $"not the JSON of a manifest: {e.Path ?? "$"}";
        }
        catch (InvalidOperationException)
        {
            return "not the JSON of a manifest: text that is not Unicode";
        }
    }

    private static string? Validate(BundleManifest manifest, ReadOnlySpan<byte> utf8)
    {
        if (manifest.Format != CurrentFormat)
        {
            return $"format {manifest.Format}, not {CurrentFormat}";
        }

        if (manifest.Files.Count is 0 or > BundleLayout.MaxFiles)
        {
            return $"{manifest.Files.Count} files";
        }

        if (manifest.Files.Any(f => f is null))
        {
            return "not the JSON of a manifest: $.files";
        }

        if (manifest.Files.Any(f => !ReleaseId.IsWellFormed(f.Sha256)) || manifest.Lineage.Logs.Any(h => !ReleaseId.IsWellFormed(h)))
        {
            return "a hash is not 64 lower-case hexadecimal digits";
        }

        if (manifest.Lineage.ParentRelease is { } parent && !ReleaseId.IsWellFormed(parent))
        {
            return "the parent is not a release id";
        }

        if (manifest.Files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != manifest.Files.Count)
        {
            return "a file is named twice";
        }

        if (!DateTime.TryParseExact(manifest.Created, TimeFormat, null, System.Globalization.DateTimeStyles.None, out _))
        {
            return "its time is not ISO 8601 in UTC";
        }

        if (!manifest.Metrics.Values.All(double.IsFinite))
        {
            return "a metric is not a finite number";
        }

        return manifest.ToBytes().AsSpan().SequenceEqual(utf8) ? null : "not in canonical form";
    }
}
