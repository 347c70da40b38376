using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim list</c>: every scenario with its robots and the sizes of what they do and see.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the scenarios.");
        command.SetSimAction("sim list", (_, console, cancel) =>
        {
            Write(ScenarioCatalog.Entries, console.Output, cancel);
            return 0;
        });
        return command;
    }

    internal static void Write(IReadOnlyList<ScenarioEntry> entries, TextWriter output, CancellationToken cancel)
    {
        var width = entries.Select(entry => entry.Name.Length).Append("scenario".Length).Max();
        output.WriteLine($"{"scenario".PadRight(width)}  {"robots",6}  {"actions",-14}  {"sees",-10}  what happens");
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            using var environment = ScenarioOptions.Create(entry, new ScenarioRequest());
            var shape = environment.Shape;
            var sees = Distinct(Enumerable.Range(0, shape.Agents).Select(agent => $"{shape.ObservationSize(agent)}"));
            output.WriteLine($"{entry.Name.PadRight(width)}  {shape.Agents,6}  {Distinct(shape.Actions.Select(Text)),-14}  {sees,-10}  {entry.Summary}");
        }

        output.WriteLine($"{entries.Count} scenarios in {entries.Select(entry => entry.Name.Split('/')[0]).Distinct().Count()} families; actions: n choices, or numbers and their range");
    }

    /// <summary>What robots of a world differ in, each once, in their order.</summary>
    private static string Distinct(IEnumerable<string> texts) => string.Join(" | ", texts.Distinct());

    private static string Text(ActionSpace space) =>
        space.Choices.Length > 0 ? string.Join('x', space.Choices) : $"{space.Size} in {space.Low:0.##}..{space.High:0.##}";
}
