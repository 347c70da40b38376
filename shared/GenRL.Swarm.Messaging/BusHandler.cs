namespace GenRL.Swarm.Messaging;

/// <summary>Takes one message. Topic and payload are valid during the call only; copy what is kept. Runs on the bus's thread.</summary>
/// <param name="topic">The topic that it was published to.</param>
/// <param name="payload">Its bytes.</param>
public delegate void BusHandler(string topic, ReadOnlySpan<byte> payload);
