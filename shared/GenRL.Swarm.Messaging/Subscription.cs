namespace GenRL.Swarm.Messaging;

/// <summary>One handler and the topics that it wants.</summary>
/// <param name="Filter">A filter that <see cref="TopicName.RequireFilter"/> accepted.</param>
/// <param name="Handler">The handler.</param>
internal sealed record Subscription(string Filter, BusHandler Handler);
