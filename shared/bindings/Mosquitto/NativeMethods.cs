using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>The functions of mosquitto.h (2.0) that are used, under their own names; int results are <see cref="MosquittoResult"/>.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "libmosquitto.so.1";

    [LibraryImport(Library)]
    internal static partial int mosquitto_lib_init();

    [LibraryImport(Library)]
    internal static partial int mosquitto_lib_version(out int major, out int minor, out int revision);

    [LibraryImport(Library)]
    internal static partial byte* mosquitto_strerror(int result);

    [LibraryImport(Library)]
    internal static partial byte* mosquitto_reason_string(int reason);

    [LibraryImport(Library)]
    internal static partial byte* mosquitto_connack_string(int code);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial nint mosquitto_new(string id, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint userData);

    [LibraryImport(Library)]
    internal static partial void mosquitto_destroy(nint client);

    [LibraryImport(Library)]
    internal static partial int mosquitto_int_option(ClientHandle client, int option, int value);

    [LibraryImport(Library)]
    internal static partial int mosquitto_threaded_set(ClientHandle client, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(Library)]
    internal static partial int mosquitto_max_inflight_messages_set(ClientHandle client, uint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_tls_set(
        ClientHandle client, string caFile, string? caFolder, string? certificateFile, string? keyFile, nint passwordCallback);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_will_set(
        ClientHandle client, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_connect_bind_async(ClientHandle client, string host, int port, int keepAlive, string? bindAddress);

    [LibraryImport(Library)]
    internal static partial int mosquitto_reconnect_async(ClientHandle client);

    [LibraryImport(Library)]
    internal static partial int mosquitto_disconnect(ClientHandle client);

    [LibraryImport(Library)]
    internal static partial int mosquitto_loop(ClientHandle client, int timeoutMilliseconds, int maxPackets);

    [LibraryImport(Library)]
    internal static partial int mosquitto_publish_v5(
        ClientHandle client, int* mid, byte* topic, int length, byte* payload, int qos, byte retain, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_subscribe_v5(ClientHandle client, int* mid, string filter, int qos, int options, nint properties);

    [LibraryImport(Library)]
    internal static partial void mosquitto_log_callback_set(ClientHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_connect_v5_callback_set(
        ClientHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_publish_v5_callback_set(
        ClientHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_message_v5_callback_set(
        ClientHandle client, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_subscribe_v5_callback_set(
        ClientHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial int mosquitto_property_add_int32(nint* list, int id, uint value);

    [LibraryImport(Library)]
    internal static partial int mosquitto_property_add_varint(nint* list, int id, uint value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_property_add_string(nint* list, int id, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_property_add_string_pair(nint* list, int id, string key, string value);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_property_read_int32(nint list, int id, uint* value, byte skipFirst);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_property_read_varint(nint list, int id, uint* value, byte skipFirst);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_property_read_string(nint list, int id, byte** value, byte skipFirst);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_property_read_string_pair(nint list, int id, byte** key, byte** value, byte skipFirst);

    [LibraryImport(Library)]
    internal static partial void mosquitto_property_free_all(nint* list);
}
