using System.Threading.Channels;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware.Bus;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>The releases that the ground station offers over the bus; of several that wait the latest counts.</summary>
internal sealed class OfferInbox
{
    private readonly Channel<ReleaseOffer> _offers =
        Channel.CreateBounded<ReleaseOffer>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly ILogger<OfferInbox> _log;

    public OfferInbox(ISwarmBus bus, RobotAddress address, ILogger<OfferInbox> log)
    {
        _log = log;
        bus.Subscribe(Topics.Robot(address.Fleet, address.Robot, Topics.ReleaseOffer), BusDelivery.Latched, (_, payload) => Receive(payload));
    }

    /// <summary>Takes the next offer.</summary>
    public ValueTask<ReleaseOffer> NextAsync(CancellationToken stop) => _offers.Reader.ReadAsync(stop);

    /// <summary>Waits until there is another offer, and leaves it there.</summary>
    public Task AnotherAsync(CancellationToken stop) => _offers.Reader.WaitToReadAsync(stop).AsTask();

    private void Receive(ReadOnlySpan<byte> payload)
    {
        // An empty latched message takes the offer back: the robot goes on with what it flies.
        if (payload.IsEmpty)
        {
            return;
        }

        var error = FleetMessages.Read(payload, out ReleaseOffer? offer);
        if (error == FleetMessageError.None)
        {
            _offers.Writer.TryWrite(offer!);
        }
        else
        {
            _log.OfferMalformed(error.ToString());
        }
    }
}
