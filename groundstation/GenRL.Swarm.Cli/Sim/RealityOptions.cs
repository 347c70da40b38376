using System.CommandLine;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Reality.Flights;

namespace GenRL.Swarm.Cli.Sim;

/// <summary>What the commands that compare simulator and logs share.</summary>
internal static class RealityOptions
{
    /// <summary><c>--log</c>.</summary>
    public static Option<FileInfo[]> Logs { get; } = new("--log") { Description = "tick log, finished", Required = true, AllowMultipleArgumentsPerToken = true };

    /// <summary><c>--wheel-base</c>.</summary>
    public static Option<float> WheelBase { get; } = new("--wheel-base")
    {
        Description = "differential drive: the wheel base that its controller computes with, metres", DefaultValueFactory = _ => RobotBody.DifferentialDrive.WheelBase,
    };

    /// <summary>The flights that the command line names.</summary>
    /// <exception cref="FlightLogException">One cannot be used.</exception>
    /// <exception cref="InvalidDataException">The wheel base is none.</exception>
    public static IReadOnlyList<Flight> Read(ParseResult parsed)
    {
        var wheelBase = parsed.GetValue(WheelBase);
        return wheelBase is > 0f and < 10f
            ? [.. parsed.GetValue(Logs)!.Select(file => FlightReader.Read(file.FullName, wheelBase))]
            : throw new InvalidDataException($"--wheel-base: {wheelBase} is no wheel base in metres");
    }

    /// <summary>Runs a command; what is wrong with its input becomes one line and exit code 2.</summary>
    public static int Guard(ParseResult parsed, string verb, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (error is FlightLogException or IOException or InvalidDataException or UnauthorizedAccessException or DllNotFoundException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"swarm sim {verb}: {error.Message}");
            return 2;
        }
    }
}
