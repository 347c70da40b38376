using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Messaging.Broker;

/// <summary>
/// Who may say and hear what in a fleet, by the common name of the client's certificate. A robot writes its own branch and hears its
/// neighbours' intentions and HELLOs, its own sensors, goals and releases, and the phase. What is not allowed is refused without a word.
/// </summary>
public sealed class FleetAcl
{
    /// <summary>Identity of the simulated world.</summary>
    public const string World = "world";

    /// <summary>Identity of the ground station.</summary>
    public const string Station = "station";

    /// <summary>Identity of whoever directs the simulated world: the demo.</summary>
    public const string Control = "control";

    private readonly StringBuilder _text = new();

    /// <summary>The rules of <paramref name="fleet"/>.</summary>
    /// <exception cref="ArgumentException">The fleet's name holds anything but letters, digits, - and _.</exception>
    public FleetAcl(string fleet, IEnumerable<RobotId> robots)
    {
        ArgumentException.ThrowIfNullOrEmpty(fleet);
        ArgumentNullException.ThrowIfNull(robots);
        if (!fleet.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"'{fleet}' is no name for a fleet: letters, digits, - and _", nameof(fleet));
        }

        foreach (var robot in robots)
        {
            User(robot.ToString());
            Allow("write", Topics.Robot(fleet, robot, "#"));
            Allow("read", Topics.AllRobots(fleet, Topics.Intention), Topics.AllRobots(fleet, Topics.Hello));
            Allow("read", Topics.Robot(fleet, robot, Topics.Sensors), Topics.Robot(fleet, robot, Topics.Goal));
            Allow("read", Topics.Robot(fleet, robot, Topics.ReleaseOffer), Topics.Station(fleet, "phase"));
        }

        User(World);
        Allow("write", Topics.AllRobots(fleet, Topics.Sensors), Topics.AllRobots(fleet, Topics.Goal));
        Allow("write", Topics.World(fleet, "state"), Topics.World(fleet, "result"));
        Allow("read", Topics.World(fleet, "control"), Topics.Station(fleet, "#"));
        Allow("read", Topics.AllRobots(fleet, Topics.Command), Topics.AllRobots(fleet, Topics.Intention));
        Allow("read", Topics.AllRobots(fleet, Topics.Hello), Topics.AllRobots(fleet, Topics.Status));

        User(Station);
        Allow("read", $"swarm/{fleet}/#");
        Allow("write", Topics.AllRobots(fleet, Topics.ReleaseOffer), Topics.AllRobots(fleet, Topics.Goal), Topics.Station(fleet, "#"));

        User(Control);
        Allow("read", $"swarm/{fleet}/#");
        Allow("write", Topics.World(fleet, "control"), Topics.Station(fleet, "phase"));
    }

    /// <summary>The rules in mosquitto's format.</summary>
    public string Text => _text.ToString();

    /// <summary>Writes the rules to <paramref name="path"/>, whole or not at all, readable by this user only.</summary>
    public void Write(string path)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(Text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private void User(string identity) => _text.Append("\nuser ").Append(identity).Append('\n');

    private void Allow(string access, params ReadOnlySpan<string> topics)
    {
        foreach (var topic in topics)
        {
            _text.Append("topic ").Append(access).Append(' ').Append(topic).Append('\n');
        }
    }
}
