using System.Diagnostics.CodeAnalysis;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.GroundStation.Ingest;

/// <summary>Which log an upload is about, checked.</summary>
/// <param name="Robot">The robot that wrote it.</param>
/// <param name="Name">Its file name: letters, digits, dot, dash, underscore.</param>
/// <param name="Sha256">The hash of the whole content, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The length of the whole content, bytes, at least 1.</param>
public sealed record UploadRequest(RobotId Robot, string Name, string Sha256, long Bytes)
{
    private const int MaxNameLength = 96;

    /// <summary>Checks the pieces of an address.</summary>
    public static bool TryMake(string robot, string name, string? sha256, string? bytes, [NotNullWhen(true)] out UploadRequest? request)
    {
        request = null;
        if (robot.Length < 2 || robot[0] != 'r' || !ushort.TryParse(robot.AsSpan(1), System.Globalization.NumberStyles.None, null, out var number)
            || number > RobotId.MaxValue || new RobotId(number).ToString() != robot || !IsPlain(name) || !ReleaseId.IsWellFormed(sha256)
            || !long.TryParse(bytes, System.Globalization.NumberStyles.None, null, out var length) || length < 1)
        {
            return false;
        }

        request = new UploadRequest(new RobotId(number), name, sha256!, length);
        return true;
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
