using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.Messaging;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>Tells people how far the cycle is: the latched phase on the bus, and lines in the event list.</summary>
public sealed class CyclePhase(ISwarmBus bus, StationOptions options, FleetEvents events)
{
    private readonly BusTopic _topic = bus.Topic(Topics.Station(options.Fleet, "phase"));

    /// <summary>Shows progress.</summary>
    /// <param name="detail">What happens, one line.</param>
    /// <param name="progress">How much of the cycle is done, 0 to 1.</param>
    public void Show(string detail, double progress) => bus.Publish(
        _topic, FleetMessages.Write(new StationPhase(options.Learning?.Phase ?? "", detail, Math.Clamp(progress, 0, 1))), BusDelivery.Latched);

    /// <summary>Notes that a step has ended.</summary>
    public void Note(string step, string detail, bool good = true) => events.Step(step, detail, good ? "good" : "bad");
}
