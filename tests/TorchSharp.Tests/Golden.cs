using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Values that golden/make_golden.py computed with Python's torch.</summary>
internal static class Golden
{
    internal static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "golden.json"))).RootElement;

    internal static JsonElement Case(string name) => Root.GetProperty("cases").GetProperty(name);

    internal static IEnumerable<string> CaseNames => Root.GetProperty("cases").EnumerateObject().Select(property => property.Name);

    internal static float[] Data(JsonElement values) => [.. values.GetProperty("data").EnumerateArray().Select(value => value.GetSingle())];

    internal static long[] Shape(JsonElement values) => [.. values.GetProperty("shape").EnumerateArray().Select(value => value.GetInt64())];

    internal static Tensor ToTensor(JsonElement values) => tensor(Data(values), Shape(values));

    /// <summary>Same shape, and every element within 1e-5 relative or 1e-6 absolute.</summary>
    internal static void AssertEqual(JsonElement expected, Tensor actual)
    {
        Assert.Equal(Shape(expected), actual.shape);
        using var numbers = actual.detach().to_type(float32);
        var values = numbers.data<float>().ToArray();
        var wanted = Data(expected);
        for (var i = 0; i < wanted.Length; i++)
        {
            AssertClose(wanted[i], values[i]);
        }
    }

    internal static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 + 1e-5 * Math.Abs(expected), $"expected {expected}, got {actual}");
}
