using GenRL.Swarm.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Networks;

/// <summary>
/// Everything that makes plans: the encoder, the flow teacher on top of it, and the student that does in one step what the teacher does
/// in five. Saved and loaded as one file; state keys encoder.*, teacher.*, student.*.
/// </summary>
public sealed class PolicyNetworks : nn.Module
{
    [ComponentName(Name = "encoder")]
    private readonly PolicyEncoder _encoder = new();

    [ComponentName(Name = "teacher")]
    private readonly FlowTeacher _teacher = new();

    [ComponentName(Name = "student")]
    private readonly Sequential _student = nn.Sequential(
        nn.Linear(NetworkShape.Chunk + NetworkShape.Context, NetworkShape.PolicyHidden), nn.SiLU(),
        nn.Linear(NetworkShape.PolicyHidden, NetworkShape.PolicyHidden), nn.SiLU(),
        nn.Linear(NetworkShape.PolicyHidden, NetworkShape.PolicyHidden), nn.SiLU(),
        nn.Linear(NetworkShape.PolicyHidden, NetworkShape.Chunk));

    /// <summary>Weights from the process's generator: seed it first.</summary>
    public PolicyNetworks()
        : base(nameof(PolicyNetworks)) => RegisterComponents();

    /// <summary>Observation to context.</summary>
    public PolicyEncoder Encoder => _encoder;

    /// <summary>Context and noise to plan, in several steps.</summary>
    public FlowTeacher Teacher => _teacher;

    /// <summary>Plans in one step.</summary>
    /// <param name="context">c, [B,192].</param>
    /// <param name="noise">[B,30].</param>
    /// <returns>Plans, [B,30], metres per second.</returns>
    public Tensor Student(Tensor context, Tensor noise) => _student.forward(cat([noise, context], -1));

    /// <summary>What the teacher trains: encoder and flow.</summary>
    public IEnumerable<Parameter> TeacherParameters() => _encoder.parameters().Concat(_teacher.parameters());

    /// <summary>What distillation trains.</summary>
    public IEnumerable<Parameter> StudentParameters() => _student.parameters();
}
