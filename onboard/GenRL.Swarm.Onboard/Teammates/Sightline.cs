using System.Numerics;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>What the lidar says of a place where a robot says that it is, though the sensors do not show it. Allocates nothing.</summary>
internal static class Sightline
{
    /// <summary>
    /// Whether a robot at <paramref name="place"/> may be out of sight: near enough to matter, and further than the nearest ray gets. Without rays
    /// anybody may be; what is nearer than the ray in its direction is not there, whatever it says.
    /// </summary>
    /// <param name="sensors">The robot's own position and heading, and its ranges.</param>
    /// <param name="place">Metres, world frame.</param>
    public static bool MayHide(SensorFrame sensors, Vector2 place)
    {
        var offset = place - sensors.Ego.Position;
        var distance = offset.Length();
        if (!(distance <= StalenessRules.UnseenReach))
        {
            return false;
        }

        if (sensors.RayCount == 0)
        {
            return true;
        }

        var turn = (MathF.Atan2(offset.Y, offset.X) - sensors.Ego.Heading) / MathF.Tau;
        var ray = (int)MathF.Round((turn - MathF.Floor(turn)) * sensors.RayCount) % sensors.RayCount;
        return distance > sensors.Ranges[ray];
    }
}
