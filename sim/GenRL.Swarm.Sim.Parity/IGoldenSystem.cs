using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>Runs the trajectory files of one system: by rules, never by tables. Stateless.</summary>
internal interface IGoldenSystem
{
    /// <summary>The value of "system" in its files.</summary>
    string System { get; }

    /// <summary>
    /// Runs one file, free and one step at a time, and compares every stored value. In the free run only `init`, the actions, and the outcomes of
    /// the draws that no rule can give are read from the file; each such outcome is counted as injected.
    /// </summary>
    /// <param name="file">The file's root.</param>
    /// <param name="comparison">Receives every comparison and every injection.</param>
    /// <exception cref="GoldenException">The file lacks something, or asks for what the system cannot do; names it.</exception>
    void Run(JsonElement file, Comparison comparison);
}
