using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>Whose message it is, by its topic. Allocates nothing.</summary>
internal static class NeighbourTopic
{
    /// <summary>Whether <paramref name="topic"/> is a neighbour's. One that is nobody's is counted; the robot's own, which the broker gives back to it, is no news.</summary>
    public static bool TryRead(string topic, RobotId self, FrameCounters frames, out RobotId sender)
    {
        if (!Topics.TryRobot(topic, out sender))
        {
            frames.Count(FrameError.WrongSender);
            return false;
        }

        return sender != self;
    }
}
