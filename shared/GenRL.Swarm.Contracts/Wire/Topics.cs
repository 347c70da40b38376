using System.Globalization;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>Names of the topics on the bus: <c>swarm/FLEET/ROBOT/KIND</c>. Also what a robot's certificate allows it to write: its own branch.</summary>
public static class Topics
{
    private const string Root = "swarm/";

    /// <summary>24-byte intention frames, robot to neighbours; best effort.</summary>
    public const string Intention = "intent";

    /// <summary>HELLO frames at 1 Hz and on a change of codebook, robot to neighbours: codebook hash, codecs, limits; best effort.</summary>
    public const string Hello = "hello";

    /// <summary>Sensor frames at 50 Hz, simulator to robot; best effort.</summary>
    public const string Sensors = "sensors";

    /// <summary>Commands at 50 Hz, robot to simulator; best effort.</summary>
    public const string Command = "command";

    /// <summary>Goals, mission control to robot; latched.</summary>
    public const string Goal = "goal";

    /// <summary>Robot status at 5 Hz, robot to ground station and dashboard (JSON); best effort.</summary>
    public const string Status = "status";

    /// <summary>What the robot says of a release it was offered (JSON); at least once.</summary>
    public const string ReleaseReport = "release-report";

    /// <summary>The release that this robot should run (JSON), ground station to robot; latched.</summary>
    public const string ReleaseOffer = "release-offer";

    /// <summary>A robot's topic.</summary>
    public static string Robot(string fleet, RobotId robot, string kind) => $"swarm/{fleet}/{robot}/{kind}";

    /// <summary>The filter for one kind of message of every robot of a fleet.</summary>
    public static string AllRobots(string fleet, string kind) => $"swarm/{fleet}/+/{kind}";

    /// <summary>A topic of the simulated world: <c>control</c> (orders, JSON), <c>state</c> (10 Hz, JSON), <c>result</c> (mission results, JSON).</summary>
    public static string World(string fleet, string kind) => $"swarm/{fleet}/world/{kind}";

    /// <summary>A topic of the ground station: <c>phase</c> (latched, JSON).</summary>
    public static string Station(string fleet, string kind) => $"swarm/{fleet}/station/{kind}";

    /// <summary>The robot in a topic made by <see cref="Robot"/>; false when the topic is not of exactly that form. Allocates nothing.</summary>
    public static bool TryRobot(string topic, out RobotId robot)
    {
        robot = default;
        if (topic is null || !topic.StartsWith(Root, StringComparison.Ordinal))
        {
            return false;
        }

        var start = topic.IndexOf('/', Root.Length) + 1;
        var end = start > Root.Length + 1 ? topic.IndexOf('/', start) : -1;
        if (end < start + 2 || end == topic.Length - 1 || topic[start] != 'r')
        {
            return false;
        }

        var digits = topic.AsSpan(start + 1, end - start - 1);
        if ((digits.Length > 1 && digits[0] == '0') || !ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value > RobotId.MaxValue)
        {
            return false;
        }

        robot = new RobotId(value);
        return true;
    }
}
