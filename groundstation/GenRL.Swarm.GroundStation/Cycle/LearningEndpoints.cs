namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>Begins learning by hand: <c>POST /learning</c>.</summary>
internal static class LearningEndpoints
{
    public static void MapLearning(this IEndpointRouteBuilder routes) => routes.MapPost(
        "/learning",
        (LearnStep learn) =>
        {
            learn.Request();
            return Results.StatusCode(StatusCodes.Status202Accepted);
        });
}
