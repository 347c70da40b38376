using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GenRL.Swarm.Configuration;

/// <summary>
/// YAML text as JSON nodes, without reflection: no tags, no aliases, one document, bounded size and depth. Plain scalars are numbers and booleans as
/// JSON writes them, and text otherwise; quoted ones are text. Numbers are kept as double.
/// </summary>
internal static class YamlReader
{
    private const int MaxLength = 1 << 20;
    private const int MaxDepth = 16;

    /// <summary>Reads one mapping. On bad input the error is added and null returned.</summary>
    public static JsonObject? Read(string text, string source, List<ConfigurationError> errors)
    {
        if (text.Length > MaxLength)
        {
            errors.Add(new ConfigurationError(source, "", $"longer than {MaxLength} characters"));
            return null;
        }

        try
        {
            Guard(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping)
            {
                return Convert(mapping);
            }

            errors.Add(new ConfigurationError(source, "", "must be one mapping of keys to values"));
        }
        catch (YamlException exception)
        {
            errors.Add(new ConfigurationError(source, "", $"not YAML that is accepted, line {exception.Start.Line}: {exception.Message}"));
        }

        return null;
    }

    /// <summary>One value as the command line gives it: read like a plain scalar.</summary>
    public static JsonNode? Scalar(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        "null" or "~" or "" => null,
        _ when double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    /// <summary>Refuses what could grow or recurse, before a tree is built.</summary>
    private static void Guard(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, $"nested deeper than {MaxDepth}");
            }

            if (parser.Current is YamlDotNet.Core.Events.AnchorAlias)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "aliases are not accepted");
            }
        }
    }

    private static JsonObject Convert(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                throw new YamlException(key.Start, key.End, "a key must be plain text");
            }

            if (!result.TryAdd(name, Convert(value)))
            {
                throw new YamlException(key.Start, key.End, $"the key {name} stands twice");
            }
        }

        return result;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Convert(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => Scalar(text),
        YamlScalarNode { Value: { } text } => JsonValue.Create(text),
        _ => throw new YamlException(node.Start, node.End, "not a mapping, a list or a value"),
    };
}
