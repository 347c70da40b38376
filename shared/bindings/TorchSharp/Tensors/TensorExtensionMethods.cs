namespace TorchSharp;

/// <summary>Reading a tensor of one element as a number.</summary>
public static partial class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => (float)value;

    public static double ToDouble(this torch.Tensor value) => (double)value;

    public static int ToInt32(this torch.Tensor value) => (int)value;

    public static long ToInt64(this torch.Tensor value) => (long)value;

    public static bool ToBoolean(this torch.Tensor value) => (bool)value;
}
