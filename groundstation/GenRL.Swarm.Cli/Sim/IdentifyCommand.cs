using System.CommandLine;
using GenRL.Swarm.Sim.Reality;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim identify</c>: the numbers of a robot and its floor, from its log.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var json = new Option<FileInfo>("--json") { Description = "file for the numbers, the floor and the ranges; sim gap --floor reads it" };
        var command = new Command("identify", "Identifies a robot and its floor from its logs.") { RealityOptions.Logs, RealityOptions.WheelBase, json };
        command.SetAction(parsed => RealityOptions.Guard(parsed, "identify", () =>
        {
            var flights = RealityOptions.Read(parsed);
            RequireOneRobot(flights);
            var result = SystemIdentification.Identify(flights);
            Write(result, parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(json) is { } file)
            {
                WholeFile.Write(file.FullName, IdentificationDocument.Of(flights[0].Name, result).ToJson());
            }

            return result.Parameters.Any(parameter => parameter.Value is not null) ? 0 : 1;
        }));
        return command;
    }

    private static void RequireOneRobot(IReadOnlyList<Flight> flights)
    {
        var (first, other) = (flights[0], flights.FirstOrDefault(flight => (flight.Header!.Fleet, flight.Header.Robot) != (flights[0].Header!.Fleet, flights[0].Header!.Robot)));
        if (other is not null)
        {
            throw new FlightLogException(other.Name, "header.robot", $"is {other.Header!.Robot} of {other.Header.Fleet}, not {first.Header!.Robot} of {first.Header.Fleet}: give one robot's logs");
        }
    }

    private static void Write(IdentificationResult result, TextWriter output)
    {
        output.WriteLine($"{"parameter",-18}{"value",9}  {"95 %",-20}  range for training");
        foreach (var parameter in result.Parameters)
        {
            output.WriteLine(parameter is { Value: { } value, Interval: { } interval, Range: { } range }
                ? $"{parameter.Name,-18}{value,9:F4}  {interval.Low,8:F4} to {interval.High,8:F4}  {range.Low,8:F4} to {range.High,8:F4}"
                : $"{parameter.Name,-18}{"-",9}  not identifiable: {parameter.Reason}");
        }

        output.WriteLine($"{result.Windows} windows of 2 s, {result.Outliers} of them unusual; left over: {result.Noise.Position:F4} m, {result.Noise.Velocity:F4} m/s");
    }
}
