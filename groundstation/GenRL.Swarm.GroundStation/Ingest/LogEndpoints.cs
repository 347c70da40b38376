using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Security;

namespace GenRL.Swarm.GroundStation.Ingest;

/// <summary>
/// <c>PUT /logs/{robot}/{name}?sha256=HASH&amp;bytes=LENGTH</c> with the header <c>Upload-Offset</c> takes in a log or a part of one, <c>HEAD</c> on the
/// same address asks how far it got. Answers carry <c>Upload-Offset</c> and <c>Upload-Complete</c>, and for a refusal its reason as text.
/// </summary>
internal static class LogEndpoints
{
    private const string OffsetHeader = "Upload-Offset";
    private const string CompleteHeader = "Upload-Complete";

    public static void MapLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/logs/{robot}/{name}", [HttpMethods.Head], Ask).WithMetadata(RobotFacing.Instance);
        routes.MapPut("/logs/{robot}/{name}", PutAsync).WithMetadata(RobotFacing.Instance, new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
    }

    private static IResult Ask(string robot, string name, HttpContext http, LogStore store, RobotIdentity identity) =>
        Check(robot, name, http, identity, out var request) is not UploadFault.None and var fault
            ? Refuse(http, default(UploadProgress) with { Fault = fault })
            : Answer(http, store.Ask(request!));

    private static async Task<IResult> PutAsync(
        string robot, string name, HttpContext http, LogStore store, RobotIdentity identity, FleetEvents events)
    {
        var fault = Check(robot, name, http, identity, out var request);
        var offsetText = http.Request.Headers[OffsetHeader].ToString();
        long offset = 0;
        if (fault == UploadFault.None && offsetText.Length > 0 && !long.TryParse(offsetText, System.Globalization.NumberStyles.None, null, out offset))
        {
            fault = UploadFault.BadRequest;
        }

        if (fault != UploadFault.None)
        {
            return Refuse(http, default(UploadProgress) with { Fault = fault });
        }

        var progress = await store.AppendAsync(request!, offset, http.Request.Body, http.RequestAborted);
        if (progress.Complete)
        {
            events.LogArrived(request!);
        }
        else if (progress.Fault is not (UploadFault.None or UploadFault.WrongOffset or UploadFault.Busy))
        {
            events.UploadRefused(request!, progress.Fault);
        }

        return Answer(http, progress);
    }

    private static UploadFault Check(string robot, string name, HttpContext http, RobotIdentity identity, out UploadRequest? request)
    {
        var query = http.Request.Query;
        if (!UploadRequest.TryMake(robot, name, query["sha256"], query["bytes"], out request))
        {
            return UploadFault.BadRequest;
        }

        return identity.Is(http, request.Robot) ? UploadFault.None : UploadFault.WrongRobot;
    }

    private static IResult Answer(HttpContext http, UploadProgress progress)
    {
        http.Response.Headers[OffsetHeader] = $"{progress.Offset}";
        http.Response.Headers[CompleteHeader] = progress.Complete ? "true" : "false";
        if (progress.Fault != UploadFault.None)
        {
            return Refuse(http, progress);
        }

        return Results.StatusCode(progress.Complete ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static IResult Refuse(HttpContext http, UploadProgress progress)
    {
        StationMeter.RefusedUploads.Add(1, new KeyValuePair<string, object?>("reason", progress.Fault.ToString()));
        var status = progress.Fault switch
        {
            UploadFault.WrongRobot => StatusCodes.Status403Forbidden,
            UploadFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
            UploadFault.WrongOffset or UploadFault.Busy or UploadFault.NameTaken => StatusCodes.Status409Conflict,
            UploadFault.WrongHash => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status400BadRequest,
        };
        return HttpMethods.IsHead(http.Request.Method) ? Results.StatusCode(status) : Results.Text(progress.Fault.ToString(), statusCode: status);
    }
}
