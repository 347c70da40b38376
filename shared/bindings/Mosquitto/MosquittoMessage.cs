using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>A message in the library's own memory: valid during the callback only.</summary>
public readonly unsafe ref struct MosquittoMessage
{
    private readonly NativeMessage* _message;
    private readonly nint _properties;

    internal MosquittoMessage(NativeMessage* message, nint properties)
    {
        _message = message;
        _properties = properties;
    }

    /// <summary>The topic, UTF-8.</summary>
    public ReadOnlySpan<byte> Topic => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_message->Topic);

    /// <summary>The payload.</summary>
    public ReadOnlySpan<byte> Payload => new(_message->Payload, _message->PayloadLength);

    /// <summary>The quality of service that it came with.</summary>
    public int Qos => _message->Qos;

    /// <summary>Whether the broker had kept it for us.</summary>
    public bool IsRetained => _message->Retain != 0;

    /// <summary>What is left of its life, seconds; null when it does not expire or in 3.1.1.</summary>
    public uint? ExpirySeconds
    {
        get
        {
            uint value;
            return NativeMethods.mosquitto_property_read_int32(_properties, MosquittoProperties.MessageExpiry, &value, 0) != 0 ? value : null;
        }
    }

    /// <summary>Which subscription it came for: the identifier given to <see cref="MosquittoClient.Subscribe"/>; 0 when unknown.</summary>
    public int SubscriptionId
    {
        get
        {
            uint value;
            return NativeMethods.mosquitto_property_read_varint(_properties, MosquittoProperties.SubscriptionIdentifier, &value, 0) != 0
                ? (int)value : 0;
        }
    }

    /// <summary>The content type; null when there is none.</summary>
    public string? ContentType
    {
        get
        {
            byte* value;
            return NativeMethods.mosquitto_property_read_string(_properties, MosquittoProperties.ContentType, &value, 0) != 0
                ? Take(value) : null;
        }
    }

    /// <summary>The user properties, in order. Allocates.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> UserProperties()
    {
        var pairs = new List<KeyValuePair<string, string>>();
        byte* key;
        byte* value;
        var at = _properties;
        byte skip = 0;
        while ((at = NativeMethods.mosquitto_property_read_string_pair(at, MosquittoProperties.UserProperty, &key, &value, skip)) != 0)
        {
            pairs.Add(new KeyValuePair<string, string>(Take(key), Take(value)));
            skip = 1;
        }

        return pairs;
    }

    /// <summary>The library gives strings away; they are its C allocator's.</summary>
    private static string Take(byte* text)
    {
        var taken = Marshal.PtrToStringUTF8((nint)text) ?? "";
        NativeMemory.Free(text);
        return taken;
    }
}
