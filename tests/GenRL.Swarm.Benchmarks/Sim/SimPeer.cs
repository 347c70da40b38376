using System.Globalization;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>
/// Another simulator of the same task. Run beside ours where its measuring script is given; else its best figure seen on one core of this kind of
/// machine stands in, marked as stored.
/// </summary>
/// <param name="Name">For people.</param>
/// <param name="Best">Stored: environment steps per second of processor time, at its best number of worlds.</param>
/// <param name="Single">Stored: the same with one world.</param>
/// <param name="Batches">The numbers of worlds at which it is run; it knows one world only where this is empty.</param>
/// <param name="Command">Its script and arguments for some worlds and seconds.</param>
internal sealed record SimPeer(string Name, double Best, double Single, int[] Batches, Func<int, double, string[]> Command)
{
    /// <summary>MPE2 without its wrappers.</summary>
    public static SimPeer Mpe { get; } = new("MPE2", 8_435, 8_435, [], (_, seconds) => ["bench_mpe2_raw.py", Text(seconds)]);

    /// <summary>VMAS, one thread.</summary>
    public static SimPeer Vmas(string scenario, double best, double single) => new(
        "VMAS", best, single, [1024, 8192], (worlds, seconds) => ["bench_vmas.py", scenario, $"{worlds}", Text(seconds), "1"]);

    /// <summary>Robotarium's simulator in Python, version 2.</summary>
    public static SimPeer Robotarium(string mode, double stored) => new(
        "Robotarium", stored, stored, [], (_, seconds) => ["bench_rps.py", "v2", mode, "5", Text(seconds)]);

    /// <summary>LBF, RWARE or POGEMA.</summary>
    public static SimPeer Grid(string system, string scenario, double stored, params string[] more) => new(
        system.ToUpperInvariant(), stored, stored, [], (_, seconds) => ["bench_grid.py", system, scenario, Text(seconds), .. more]);

    private static string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
