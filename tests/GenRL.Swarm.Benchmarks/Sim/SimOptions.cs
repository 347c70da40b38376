using System.Globalization;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>What the user asks of the benchmark.</summary>
/// <param name="Seconds">Per round.</param>
/// <param name="Rounds">The best counts.</param>
/// <param name="Only">Rows whose scenario contains this.</param>
/// <param name="Anchors">Folder of the peers' measuring scripts; null to compare with stored figures.</param>
/// <param name="Json">File for all figures; null for none.</param>
internal sealed record SimOptions(double Seconds, int Rounds, string Only, string? Anchors, string? Json)
{
    public const string Usage = "usage: ./swarm bench sim [--seconds S] [--rounds N] [--only TEXT] [--anchors DIR] [--json FILE]";

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">One is not known, or its value is none; names it.</exception>
    public static SimOptions Parse(string[] args)
    {
        var options = new SimOptions(1d, 2, "", null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new FormatException($"{args[i]}: a value is missing");
            options = args[i] switch
            {
                "--seconds" => options with { Seconds = Number(args[i], value) },
                "--rounds" => options with { Rounds = Whole(args[i], value) },
                "--only" => options with { Only = value },
                "--anchors" when File.Exists(Path.Combine(value, "bench_vmas.py")) => options with { Anchors = value },
                "--anchors" => throw new FormatException($"--anchors: there is no bench_vmas.py in {value}"),
                "--json" => options with { Json = value },
                _ => throw new FormatException($"{args[i]}: not known"),
            };
        }

        return options;
    }

    private static int Whole(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? number
        : throw new FormatException($"{name}: \"{value}\" is not a positive whole number");

    private static double Number(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0d and < 1e4 ? number
        : throw new FormatException($"{name}: \"{value}\" is not a positive number");
}
