namespace GenRL.Swarm.Messaging;

/// <summary>How hard the bus tries.</summary>
public enum BusDelivery
{
    /// <summary>Once or not at all (MQTT QoS 0): sensor frames, commands, intentions.</summary>
    BestEffort,

    /// <summary>At least once (MQTT QoS 1): notices, results.</summary>
    AtLeastOnce,

    /// <summary>At least once, and kept for whoever subscribes later (MQTT QoS 1, retained): goals, status, the current release.</summary>
    Latched,
}
