namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>Which MQTT to speak.</summary>
public enum MqttVersion
{
    /// <summary>5.0: messages expire, subscriptions have identifiers.</summary>
    V5,

    /// <summary>3.1.1, for brokers that know no better. Where filters overlap, such a broker may deliver a message once per filter.</summary>
    V311,
}
