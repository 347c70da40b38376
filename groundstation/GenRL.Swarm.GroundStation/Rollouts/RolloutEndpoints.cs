using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.GroundStation.Rollouts;

/// <summary>A rollout to begin.</summary>
/// <param name="Release">The release, 64 hexadecimal digits.</param>
/// <param name="Canary">The first robot's number; null for any.</param>
internal sealed record NewRollout(string Release, int? Canary = null);

/// <summary>Begins rollouts by hand: also how a fleet returns to an earlier release.</summary>
internal static class RolloutEndpoints
{
    public static void MapRollouts(this IEndpointRouteBuilder routes) => routes.MapPost("/rollouts", Begin);

    private static IResult Begin(NewRollout wanted, RolloutRunner runner)
    {
        if (!ReleaseId.IsWellFormed(wanted.Release) || wanted.Canary is < 0 or > RobotId.MaxValue)
        {
            return Results.Text("not a release or robot", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var rollout = runner.Begin(new ReleaseId(wanted.Release), wanted.Canary is { } robot ? new RobotId((ushort)robot) : null);
            return Results.Json(rollout, Registry.RegistryJson.Default.Rollout, statusCode: StatusCodes.Status201Created);
        }
        catch (InvalidOperationException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
