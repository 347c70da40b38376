namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>A log that cannot be used. The message is one line: file, field, what is wrong with it.</summary>
public sealed class FlightLogException(string file, string field, string reason) : Exception($"{file}: {field}: {reason}")
{
    /// <summary>The file's name, or "log" for a flight that is in no file.</summary>
    public string File { get; } = file;

    /// <summary>The field or topic concerned.</summary>
    public string Field { get; } = field;
}
