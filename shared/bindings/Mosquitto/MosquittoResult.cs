namespace Mosquitto;

/// <summary>What a call says: enum mosq_err_t of mosquitto.h, those that a client meets.</summary>
public enum MosquittoResult
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>Out of memory.</summary>
    NoMemory = 1,

    /// <summary>The peer broke the protocol.</summary>
    Protocol = 2,

    /// <summary>An argument is invalid.</summary>
    InvalidArgument = 3,

    /// <summary>Not connected. A QoS 1 message was queued all the same and will be sent later; a QoS 0 message is gone.</summary>
    NoConnection = 4,

    /// <summary>The broker refused the connection.</summary>
    ConnectionRefused = 5,

    /// <summary>The connection was lost.</summary>
    ConnectionLost = 7,

    /// <summary>TLS failed: the broker's certificate is not trusted, or a certificate could not be read.</summary>
    Tls = 8,

    /// <summary>The payload is larger than MQTT allows.</summary>
    PayloadSize = 9,

    /// <summary>Not supported by this protocol version.</summary>
    NotSupported = 10,

    /// <summary>A system call failed.</summary>
    SystemError = 14,

    /// <summary>The broker's name could not be resolved.</summary>
    NameResolution = 15,

    /// <summary>The topic is not UTF-8.</summary>
    MalformedUtf8 = 18,

    /// <summary>The broker did not answer a ping.</summary>
    KeepAlive = 19,
}
