using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>The native side calls here, on the thread that loops. No exception may leave these methods.</summary>
public sealed unsafe partial class MosquittoClient
{
    private const int LogError = 8;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(nint client, nint owner, int reason, int flags, nint properties)
    {
        if (Find(owner) is not { } self)
        {
            return;
        }

        self._answer = reason;
        self._connected = reason == 0;
        try
        {
            if (reason == 0)
            {
                self._callbacks.Connected?.Invoke();
            }
        }
        catch (Exception error)
        {
            self.Fault(error);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint client, nint owner, NativeMessage* message, nint properties)
    {
        if (Find(owner) is not { } self)
        {
            return;
        }

        try
        {
            self._callbacks.Message?.Invoke(new MosquittoMessage(message, properties));
        }
        catch (Exception error)
        {
            self.Fault(error);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(nint client, nint owner, int id, int reason, nint properties)
    {
        if (Find(owner) is not { } self)
        {
            return;
        }

        try
        {
            self._callbacks.Published?.Invoke(id);
        }
        catch (Exception error)
        {
            self.Fault(error);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(nint client, nint owner, int id, int count, int* granted, nint properties)
    {
        if (Find(owner) is not { } self)
        {
            return;
        }

        try
        {
            // 0x80 and above are refusals.
            self._callbacks.Subscribed?.Invoke(id, count > 0 && granted[0] < 0x80);
        }
        catch (Exception error)
        {
            self.Fault(error);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLog(nint client, nint owner, int level, byte* text)
    {
        if (level == LogError && Find(owner) is { } self)
        {
            self._complaint ??= Marshal.PtrToStringUTF8((nint)text);
        }
    }

    private static MosquittoClient? Find(nint owner) => GCHandle.FromIntPtr(owner).Target as MosquittoClient;

    private void Fault(Exception error)
    {
        try
        {
            _callbacks.Faulted?.Invoke(error);
        }
        catch (Exception second)
        {
            // Whoever reports faults has failed as well, and native frames are below us.
            Trace.TraceError($"mosquitto: {error.Message}; and reporting it failed: {second.Message}");
        }
    }
}
