using System.Text.Json;
using GenRL.Swarm.Learning.Policies.Stages;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>Shows progress on standard output: a bar that is drawn over itself on a terminal, one JSON object a line for another process.</summary>
internal sealed class ConsoleProgress(bool json) : IProgress<StageProgress>
{
    private const int Width = 30;

    public void Report(StageProgress value)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                stage = value.Stage, step = value.Step, of = value.Of, loss = double.IsNaN(value.Loss) ? (double?)null : value.Loss, seconds = value.Seconds,
            }));
            return;
        }

        var filled = Width * value.Step / value.Of;
        var loss = double.IsNaN(value.Loss) ? string.Empty : $"  loss {value.Loss:G4}";
        var line = $"{value.Stage,-18} [{new string('#', filled)}{new string('.', Width - filled)}] {value.Step}/{value.Of}{loss}  {value.Seconds:F0} s";
        if (Console.IsOutputRedirected)
        {
            if (value.Step == value.Of)
            {
                Console.WriteLine(line);
            }

            return;
        }

        Console.Write($"\r{line,-100}{(value.Step == value.Of ? "\n" : string.Empty)}");
    }
}
