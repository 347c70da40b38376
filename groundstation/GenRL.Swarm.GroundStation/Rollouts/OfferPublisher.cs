using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;

namespace GenRL.Swarm.GroundStation.Rollouts;

/// <summary>Tells robots which release to run: latched, once per change. One caller at a time.</summary>
public sealed class OfferPublisher(ISwarmBus bus, StationOptions options, StationAddress address)
{
    private readonly Dictionary<RobotId, ReleaseId> _told = [];

    /// <summary>Tells <paramref name="robot"/> to run <paramref name="release"/>, unless that was the last thing it was told.</summary>
    public void Offer(RobotId robot, ReleaseId release)
    {
        if (_told.GetValueOrDefault(robot) == release || address.BaseUrl is not { } url)
        {
            return;
        }

        var offer = FleetMessages.Write(new ReleaseOffer(release.Hex, url, NotBeforeNanoseconds: 0));
        if (bus.Publish(bus.Topic(Topics.Robot(options.Fleet, robot, Topics.ReleaseOffer)), offer, BusDelivery.Latched))
        {
            _told[robot] = release;
        }
    }
}
