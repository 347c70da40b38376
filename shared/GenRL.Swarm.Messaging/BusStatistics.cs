namespace GenRL.Swarm.Messaging;

/// <summary>What a bus has done since it was made.</summary>
/// <param name="Published">Messages accepted from <see cref="ISwarmBus.Publish"/>.</param>
/// <param name="Delivered">Messages handed to handlers, counted once per message.</param>
/// <param name="Dropped">Messages lost: published while disconnected, refused, or pushed out of a full queue.</param>
/// <param name="Reconnects">Connections made again after one was lost.</param>
/// <param name="Faults">Exceptions that handlers threw; each was caught and the bus went on.</param>
public readonly record struct BusStatistics(long Published, long Delivered, long Dropped, long Reconnects, long Faults);
