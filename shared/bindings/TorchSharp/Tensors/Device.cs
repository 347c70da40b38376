namespace TorchSharp;

/// <summary>Kinds of devices; this binding knows the CPU alone.</summary>
public enum DeviceType
{
    CPU = 0,
}

public static partial class torch
{
    /// <summary>Where tensors live: always the CPU.</summary>
    public static readonly Device CPU = new();

    /// <summary>A device; there is one.</summary>
    public sealed class Device
    {
        internal Device()
        {
        }

        public DeviceType type => DeviceType.CPU;

        public override string ToString() => "cpu";
    }
}
