using System.Diagnostics.CodeAnalysis;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.Trust.Bundles;

/// <summary>What was found of a bundle.</summary>
public sealed record BundleVerdict
{
    private BundleVerdict(BundleFault fault, string detail, ReleaseId release, BundleManifest? manifest)
    {
        Fault = fault;
        Detail = detail;
        Release = release;
        Manifest = manifest;
    }

    /// <summary>Why it was refused; None when it was accepted.</summary>
    public BundleFault Fault { get; }

    /// <summary>Which file it was, or what is wrong with it; empty when accepted.</summary>
    public string Detail { get; }

    /// <summary>The release's id, when accepted.</summary>
    public ReleaseId Release { get; }

    /// <summary>The manifest, when accepted.</summary>
    public BundleManifest? Manifest { get; }

    /// <summary>Whether it was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Manifest))]
    public bool Ok => Fault == BundleFault.None;

    /// <inheritdoc/>
    public override string ToString() => Ok ? $"accepted {Release.Short}" : $"{Fault}: {Detail}";

    internal static BundleVerdict Accepted(ReleaseId release, BundleManifest manifest) => new(BundleFault.None, "", release, manifest);

    internal static BundleVerdict Refused(BundleFault fault, string detail) => new(fault, detail, default, manifest: null);
}
