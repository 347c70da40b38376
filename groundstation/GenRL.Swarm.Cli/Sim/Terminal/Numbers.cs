using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>Options that are numbers of a range: what is not one gives a single line that names the option and the range.</summary>
internal static class Numbers
{
    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <param name="name">The option's name, dashes included.</param>
    /// <param name="description">What people read.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="usual">The value where the option is not given; null where there is none.</param>
    public static Option<T> Option<T>(string name, string description, T least, T most, T? usual)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                // NaN compares false, so it is in no range.
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError($"{name}: {text} is not a {(typeof(T) == typeof(double) ? "number" : "whole number")} between {least} and {most}");
                return default;
            },
        };
        if (usual is { } given)
        {
            option.DefaultValueFactory = _ => given;
        }

        return option;
    }
}
