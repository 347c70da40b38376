using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Security;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.GroundStation.Distribution;

/// <summary>A candidate on the station's own disk.</summary>
/// <param name="Folder">The bundle's folder.</param>
internal sealed record NewRelease(string Folder);

/// <summary>Hands bundles out by hash, ranges and all, and takes candidates in.</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/releases/{id}/manifest", (string id, BundleStore store) => Part(store, id, BundleLayout.Manifest, "application/json"))
            .WithMetadata(RobotFacing.Instance);
        routes.MapGet("/releases/{id}/signature", (string id, BundleStore store) => Part(store, id, BundleLayout.Signature, "text/plain"))
            .WithMetadata(RobotFacing.Instance);
        routes.MapGet("/artefacts/{sha256}", Artefact).WithMetadata(RobotFacing.Instance);
        routes.MapPost("/releases", Propose);
    }

    private static IResult Part(BundleStore store, string id, string file, string type) =>
        store.FolderOf(new ReleaseId(id)) is { } folder
            ? Results.Bytes(File.ReadAllBytes(Path.Combine(folder, file)), type)
            : Results.Text("UnknownRelease", statusCode: StatusCodes.Status404NotFound);

    private static IResult Artefact(string sha256, BundleStore store) =>
        store.ArtefactPath(sha256) is { } path
            ? Results.File(
                path, "application/octet-stream", enableRangeProcessing: true,
                entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{sha256}\""))
            : Results.Text("UnknownArtefact", statusCode: StatusCodes.Status404NotFound);

    private static IResult Propose(NewRelease candidate, LearningCycle cycle)
    {
        var verdict = cycle.Submit(candidate.Folder);
        return verdict.Ok
            ? Results.Text(verdict.Release.Hex, statusCode: StatusCodes.Status202Accepted)
            : Results.Text(verdict.ToString(), statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}
