using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>A number as the native side takes it: the bits of a double (kind 0), an int64 (1), a bool (2), or nothing (-1).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeNumber
{
    private readonly long _bits;
    private readonly long _kind;

    private NativeNumber(long bits, long kind)
    {
        _bits = bits;
        _kind = kind;
    }

    internal static NativeNumber None => new(0, -1);

    internal double AsDouble => _kind == 0 ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    internal torch.ScalarType Type => _kind switch { 0 => torch.ScalarType.Float32, 1 => torch.ScalarType.Int64, _ => torch.ScalarType.Bool };

    public static implicit operator NativeNumber(double value) => new(BitConverter.DoubleToInt64Bits(value), 0);

    public static implicit operator NativeNumber(long value) => new(value, 1);

    public static implicit operator NativeNumber(bool value) => new(value ? 1 : 0, 2);
}
