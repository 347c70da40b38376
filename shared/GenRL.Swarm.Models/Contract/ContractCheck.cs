using System.Text.Json;

namespace GenRL.Swarm.Models.Contract;

/// <summary>Reads a bundle's contract and refuses, with one reason, what this build cannot run.</summary>
internal static class ContractCheck
{
    /// <summary>Largest time constant, gain, delay or drift that a contract may name: beyond any floor, short of nonsense.</summary>
    private const float Largest = 10f;

    public static ModelContract Read(byte[] json)
    {
        var contract = Parse(ModelContract.FileName, () => JsonSerializer.Deserialize(json, ContractJson.Default.ModelContract));
        if (contract.FormatVersion != ModelContract.CurrentVersion)
        {
            throw new BundleException(BundleError.UnknownVersion, $"{ModelContract.FileName}: format_version {contract.FormatVersion}, this build knows {ModelContract.CurrentVersion}");
        }

        if (contract.Shapes != ModelShapes.Current)
        {
            throw new BundleException(BundleError.ShapeMismatch, $"{ModelContract.FileName}: {contract.Shapes}, this build needs {ModelShapes.Current}");
        }

        var actuator = contract.Actuator;
        Require(InRange(actuator.TimeConstantSeconds, 0.001f, Largest), "actuator.time_constant_seconds", actuator.TimeConstantSeconds);
        Require(actuator.Gain.Count == 4 && actuator.Gain.All(g => InRange(g, -Largest, Largest)), "actuator.gain", string.Join(", ", actuator.Gain));
        Require(InRange(actuator.DelaySeconds, 0f, 1f), "actuator.delay_seconds", actuator.DelaySeconds);
        Require(
            actuator.BiasMetresPerSecond.Count == 2 && actuator.BiasMetresPerSecond.All(b => InRange(b, -Largest, Largest)), "actuator.bias_metres_per_second",
            string.Join(", ", actuator.BiasMetresPerSecond));
        Require(InRange(contract.Limits.MaxSpeedMetresPerSecond, 0.01f, Largest), "limits.max_speed_metres_per_second", contract.Limits.MaxSpeedMetresPerSecond);
        Require(InRange(contract.Limits.RadiusMetres, 0.01f, Largest), "limits.radius_metres", contract.Limits.RadiusMetres);
        return contract;
    }

    public static GoldenOutputs ReadGolden(byte[] json) =>
        Parse(GoldenOutputs.FileName, () => JsonSerializer.Deserialize(json, ContractJson.Default.GoldenOutputs));

    private static T Parse<T>(string file, Func<T?> parse)
        where T : class
    {
        try
        {
            return parse() ?? throw new BundleException(BundleError.MalformedContract, $"{file}: is null");
        }
        catch (JsonException error)
        {
            throw new BundleException(BundleError.MalformedContract, $"{file}: {error.Message}", error);
        }
    }

    private static bool InRange(float value, float low, float high) => value >= low && value <= high;

    private static void Require(bool holds, string key, object value)
    {
        if (!holds)
        {
            throw new BundleException(BundleError.MalformedContract, $"{ModelContract.FileName}: {key} is {value}");
        }
    }
}
