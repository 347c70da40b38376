namespace TorchSharp;

// TorchSharp's own file format of one tensor: element type, number of dimensions and sizes as LEB128, then the elements, row-major,
// little-endian. Files are portable between this binding and the official package.
public static partial class TensorExtensionMethods
{
    private const int MaximumDimensions = 64;

    /// <summary>Writes element type, shape and bytes.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((long)tensor.dtype);
        writer.Encode(tensor.Dimensions);
        foreach (var size in tensor.shape)
        {
            writer.Encode(size);
        }

        using var packed = tensor.contiguous();
        writer.Write(packed.bytes);
    }

    /// <summary>Overwrites the tensor with what <see cref="Save"/> wrote.</summary>
    /// <exception cref="ArgumentException">Element type or shape differ.</exception>
    /// <exception cref="EndOfStreamException">The stream is cut short.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader) => Load(reader, "tensor", tensor);

    /// <summary>As <see cref="Load(torch.Tensor, BinaryReader)"/>; without a tensor the entry is read and dropped.</summary>
    internal static void Load(BinaryReader reader, string key, torch.Tensor? into)
    {
        var code = reader.Decode();
        var type = code <= sbyte.MaxValue && Enum.IsDefined((torch.ScalarType)code)
            ? (torch.ScalarType)code
            : throw new InvalidDataException($"'{key}' has element type {code}.");
        var shape = ReadShape(reader, key);
        if (into is null)
        {
            Skip(reader.BaseStream, shape.Aggregate((long)torch.ElementSizeOf(type), (product, size) => checked(product * size)));
            return;
        }

        if (type != into.dtype || !shape.AsSpan().SequenceEqual(into.shape))
        {
            throw new ArgumentException($"'{key}' is [{string.Join('x', shape)}] {type} in the file, {into} in memory.", nameof(reader));
        }

        using var packed = into.detach().contiguous();
        reader.BaseStream.ReadExactly(packed.bytes);
        using var mode = torch.no_grad();
        into.copy_(packed);
    }

    /// <summary>Writes a non-negative number, seven bits a byte, least significant first.</summary>
    internal static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static string DecodeKey(this BinaryReader reader)
    {
        try
        {
            return reader.ReadString();
        }
        catch (FormatException failure)
        {
            throw new InvalidDataException("The length of a key in the file has too many bytes.", failure);
        }
    }

    internal static long Decode(this BinaryReader reader)
    {
        try
        {
            var value = reader.Read7BitEncodedInt64();
            return value >= 0 ? value : throw new InvalidDataException("A count in the file is negative.");
        }
        catch (FormatException failure)
        {
            throw new InvalidDataException("A count in the file has too many bytes.", failure);
        }
    }

    private static long[] ReadShape(BinaryReader reader, string key)
    {
        var dimensions = reader.Decode();
        if (dimensions > MaximumDimensions)
        {
            throw new InvalidDataException($"'{key}' has {dimensions} dimensions.");
        }

        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.Decode();
        }

        return shape;
    }

    private static void Skip(Stream stream, long count)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (count > 0)
        {
            var part = buffer[..(int)Math.Min(count, buffer.Length)];
            stream.ReadExactly(part);
            count -= part.Length;
        }
    }
}
