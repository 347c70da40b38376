using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>The report as <c>--json</c> writes it: snake_case, numbers that are not finite as text.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    Converters = [typeof(ReleaseIdConverter), typeof(RobotIdConverter)])]
[JsonSerializable(typeof(DemoReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>The bytes of a report.</summary>
    public static byte[] Write(DemoReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Default.DemoReport);
}
