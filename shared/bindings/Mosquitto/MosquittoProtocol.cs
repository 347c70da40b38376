namespace Mosquitto;

/// <summary>Which MQTT to speak.</summary>
public enum MosquittoProtocol
{
    /// <summary>MQTT 3.1.1: no properties.</summary>
    V311 = 4,

    /// <summary>MQTT 5.0.</summary>
    V5 = 5,
}
