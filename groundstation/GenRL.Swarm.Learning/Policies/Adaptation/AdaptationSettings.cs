using GenRL.Swarm.Learning.Policies.Stages;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// How long a policy is tuned to a new floor: shortly, because about 1 000 labels are soon learnt by heart (measured on two fleets' logs: after 500 + 500 steps crossings took
/// 5.9 and 4.9 s, after 150 + 200 steps 5.2 and 4.5 s).
/// </summary>
public sealed record AdaptationSettings
{
    /// <summary>Training of encoder and teacher. Default 150 steps.</summary>
    public TrainingSchedule Flow { get; init; } = new(150, 7e-4);

    /// <summary>Training of the student. Default 200 steps.</summary>
    public TrainingSchedule Student { get; init; } = new(200, 1.5e-3, WarmUp: 0);

    /// <summary>The same with <paramref name="share"/> of the steps.</summary>
    public AdaptationSettings Shortened(double share) => new() { Flow = Flow.Shortened(share), Student = Student.Shortened(share) };
}
