using Microsoft.Win32.SafeHandles;

namespace Mosquitto;

/// <summary>A list of MQTT 5 properties. Made once, used for many messages.</summary>
public sealed unsafe class MosquittoProperties : SafeHandleZeroOrMinusOneIsInvalid
{
    internal const int MessageExpiry = 2;
    internal const int ContentType = 3;
    internal const int SubscriptionIdentifier = 11;
    internal const int UserProperty = 38;

    /// <summary>Makes an empty list.</summary>
    public MosquittoProperties()
        : base(ownsHandle: true)
    {
        _ = MosquittoLibrary.Version;
    }

    /// <summary>The message is worthless after <paramref name="seconds"/>: the broker discards it.</summary>
    public MosquittoProperties WithExpiry(uint seconds)
    {
        var list = handle;
        return Added(NativeMethods.mosquitto_property_add_int32(&list, MessageExpiry, seconds), list);
    }

    /// <summary>What the payload is, a MIME type.</summary>
    public MosquittoProperties WithContentType(string type)
    {
        var list = handle;
        return Added(NativeMethods.mosquitto_property_add_string(&list, ContentType, type), list);
    }

    /// <summary>A name and a value for the receiver.</summary>
    public MosquittoProperties WithUserProperty(string name, string value)
    {
        var list = handle;
        return Added(NativeMethods.mosquitto_property_add_string_pair(&list, UserProperty, name, value), list);
    }

    internal MosquittoProperties WithSubscription(int id)
    {
        var list = handle;
        return Added(NativeMethods.mosquitto_property_add_varint(&list, SubscriptionIdentifier, (uint)id), list);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        var list = handle;
        NativeMethods.mosquitto_property_free_all(&list);
        return true;
    }

    private MosquittoProperties Added(int result, nint list)
    {
        MosquittoClient.Require(result, "a property");
        SetHandle(list);
        return this;
    }
}
