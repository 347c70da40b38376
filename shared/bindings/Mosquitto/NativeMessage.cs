using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>struct mosquitto_message of mosquitto.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMessage
{
    public int Mid;
    public byte* Topic;
    public byte* Payload;
    public int PayloadLength;
    public int Qos;
    public byte Retain;
}
