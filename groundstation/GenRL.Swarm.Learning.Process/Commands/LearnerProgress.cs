using System.Text.Json;
using GenRL.Swarm.Learning.Policies.Stages;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>Progress for the ground station: one JSON object a line with stage, overall progress 0 to 1 and detail.</summary>
internal sealed class LearnerProgress : IProgress<StageProgress>
{
    /// <summary>The stages in order, with the share of the whole that each was measured to take.</summary>
    private static readonly (string Stage, double Share)[] Shares =
        [("adapt-world-model", 0.45), ("refine-world-model", 0.28), ("relabel", 0.16), ("adapt-flow", 0.05), ("adapt-student", 0.06)];

    public void Report(StageProgress value)
    {
        var before = Shares.TakeWhile(s => s.Stage != value.Stage).Sum(s => s.Share);
        var share = Shares.FirstOrDefault(s => s.Stage == value.Stage).Share;
        var detail = double.IsNaN(value.Loss) ? $"{value.Step}/{value.Of}" : $"{value.Step}/{value.Of}, loss {value.Loss:G3}";
        Write(value.Stage, Math.Min(1, before + (share * value.Step / value.Of)), detail);
    }

    public static void Write(string stage, double progress, string detail) =>
        Console.WriteLine(JsonSerializer.Serialize(new { stage, progress, detail }));
}
