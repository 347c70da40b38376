using GenRL.Swarm.Learning.Policies.Stages;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>How long a policy is tuned to a new floor. The defaults are those that adaptation was measured with.</summary>
public sealed record AdaptationSettings
{
    /// <summary>Training of encoder and teacher. Default 500 steps.</summary>
    public TrainingSchedule Flow { get; init; } = new(500, 7e-4);

    /// <summary>Training of the student. Default 500 steps.</summary>
    public TrainingSchedule Student { get; init; } = new(500, 1.5e-3, WarmUp: 0);

    /// <summary>The same with <paramref name="share"/> of the steps.</summary>
    public AdaptationSettings Shortened(double share) => new() { Flow = Flow.Shortened(share), Student = Student.Shortened(share) };
}
