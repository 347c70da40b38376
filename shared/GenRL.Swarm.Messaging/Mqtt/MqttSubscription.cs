namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>One filter at the broker and everybody who wants it. Immutable.</summary>
/// <param name="Number">The subscription's number, 1 or more: its index in the bus's list plus one.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Delivery">The best delivery that anybody asked for.</param>
/// <param name="Targets">The handlers.</param>
internal sealed record MqttSubscription(int Number, string Filter, BusDelivery Delivery, Subscription[] Targets)
{
    /// <summary>This subscription with one more handler.</summary>
    public MqttSubscription With(BusDelivery delivery, Subscription target) =>
        this with { Delivery = delivery > Delivery ? delivery : Delivery, Targets = [.. Targets, target] };
}
