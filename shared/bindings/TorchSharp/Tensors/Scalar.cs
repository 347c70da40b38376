namespace TorchSharp;

/// <summary>A number of one of the element types, as an operand beside a tensor.</summary>
public sealed class Scalar
{
    private Scalar(NativeNumber value) => Value = value;

    internal NativeNumber Value { get; }

    public static implicit operator Scalar(float value) => new((double)value);

    public static implicit operator Scalar(double value) => new(value);

    public static implicit operator Scalar(int value) => new((long)value);

    public static implicit operator Scalar(long value) => new(value);

    public static implicit operator Scalar(bool value) => new(value);

    internal static NativeNumber ValueOf(Scalar? scalar) => scalar?.Value ?? NativeNumber.None;
}
