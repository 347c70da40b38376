using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Sim.Orders;

/// <summary>Reads and writes the messages of the simulated world: snake_case, an unknown key is an error.</summary>
public static class OrderJson
{
    /// <summary>The largest order that is read, bytes.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>The order in <paramref name="json"/>; null, and why, when it is not one.</summary>
    public static RunOrder? Read(ReadOnlySpan<byte> json, out string? fault)
    {
        if (json.Length > MaxLength)
        {
            fault = $"an order has at most {MaxLength} bytes";
            return null;
        }

        try
        {
            var order = JsonSerializer.Deserialize(json, OrderJsonContext.Default.RunOrder);
            fault = order is null ? "the order is null" : order.Fault();
            return fault is null ? order : null;
        }
        catch (JsonException error)
        {
            fault = error.Message;
            return null;
        }
    }

    /// <summary>The bytes of <paramref name="order"/>.</summary>
    public static byte[] Write(RunOrder order) => JsonSerializer.SerializeToUtf8Bytes(order, OrderJsonContext.Default.RunOrder);

    /// <summary>The bytes of <paramref name="state"/>.</summary>
    public static byte[] Write(WorldState state) => JsonSerializer.SerializeToUtf8Bytes(state, OrderJsonContext.Default.WorldState);

    /// <summary>The bytes of <paramref name="result"/>.</summary>
    public static byte[] Write(WorldResult result) => JsonSerializer.SerializeToUtf8Bytes(result, OrderJsonContext.Default.WorldResult);

    /// <summary>The state in <paramref name="json"/>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static WorldState? ReadState(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, OrderJsonContext.Default.WorldState);

    /// <summary>The result in <paramref name="json"/>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static WorldResult? ReadResult(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, OrderJsonContext.Default.WorldResult);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunOrder))]
[JsonSerializable(typeof(WorldState))]
[JsonSerializable(typeof(WorldResult))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;
