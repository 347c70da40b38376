using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Models.Contract;

/// <summary>Reads and writes <c>contract.json</c> and <c>golden.json</c>; unknown keys are errors.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ModelContract))]
[JsonSerializable(typeof(GoldenOutputs))]
internal sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>The bytes of a contract file.</summary>
    public static byte[] Write(ModelContract contract) => JsonSerializer.SerializeToUtf8Bytes(contract, Default.ModelContract);

    /// <summary>The bytes of a golden file.</summary>
    public static byte[] Write(GoldenOutputs golden) => JsonSerializer.SerializeToUtf8Bytes(golden, Default.GoldenOutputs);
}
