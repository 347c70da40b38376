using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mosquitto;

/// <summary>Owns a struct mosquitto and the handle by which its callbacks find the managed client; both are released when the last native call has returned.</summary>
internal sealed class ClientHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private GCHandle _owner;

    public ClientHandle(string clientId, object owner)
        : base(ownsHandle: true)
    {
        _owner = GCHandle.Alloc(owner, GCHandleType.Weak);
        SetHandle(NativeMethods.mosquitto_new(clientId, cleanSession: true, GCHandle.ToIntPtr(_owner)));
        if (IsInvalid)
        {
            var errno = Marshal.GetLastPInvokeError();
            _owner.Free();
            throw new InvalidOperationException($"no client '{clientId}' (errno {errno}): is the client id valid?");
        }
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.mosquitto_destroy(handle);
        _owner.Free();
        return true;
    }
}
