using GenRL.Swarm.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Networks;

/// <summary>
/// A velocity field v(x, t, c) that carries noise at t = 0 to plans at t = 1 (Lipman et al., Flow Matching, arXiv 2210.02747). Stays at
/// the ground station: robots carry its one-step student.
/// </summary>
public sealed class FlowTeacher : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private const int Frequencies = 8;
    private const double LargestLogFrequency = 3.5;

    [ComponentName(Name = "input")]
    private readonly Linear _input = nn.Linear(NetworkShape.Chunk + NetworkShape.Context + (2 * Frequencies), NetworkShape.PolicyHidden);

    [ComponentName(Name = "first")]
    private readonly Linear _first = nn.Linear(NetworkShape.PolicyHidden, NetworkShape.PolicyHidden);

    [ComponentName(Name = "second")]
    private readonly Linear _second = nn.Linear(NetworkShape.PolicyHidden, NetworkShape.PolicyHidden);

    [ComponentName(Name = "output")]
    private readonly Linear _output = nn.Linear(NetworkShape.PolicyHidden, NetworkShape.Chunk);

    [ComponentName(Name = "frequencies")]
    private readonly Tensor _frequencies = linspace(0, LargestLogFrequency, Frequencies).exp();

    /// <summary>Weights from the process's generator.</summary>
    public FlowTeacher()
        : base(nameof(FlowTeacher)) => RegisterComponents();

    /// <summary>The velocity at x.</summary>
    /// <param name="x">Where on the way from noise to plan, [B,30].</param>
    /// <param name="time">How far, 0 to 1, [B,1].</param>
    /// <param name="context">c, [B,192].</param>
    /// <returns>v, [B,30].</returns>
    public override Tensor forward(Tensor x, Tensor time, Tensor context)
    {
        var phase = time * _frequencies;
        var hidden = nn.functional.silu(_input.forward(cat([x, context, phase.sin(), phase.cos()], -1)));
        hidden = hidden + nn.functional.silu(_first.forward(hidden));
        hidden = hidden + nn.functional.silu(_second.forward(hidden));
        return _output.forward(hidden);
    }

    /// <summary>Follows the field from noise to plans in <paramref name="steps"/> Euler steps.</summary>
    /// <param name="context">c, [B,192].</param>
    /// <param name="noise">[B,30].</param>
    /// <param name="steps">Steps.</param>
    /// <returns>Plans, [B,30], metres per second.</returns>
    public Tensor Sample(Tensor context, Tensor noise, int steps)
    {
        var x = noise;
        for (var i = 0; i < steps; i++)
        {
            x = x + (forward(x, full(x.size(0), 1, (float)i / steps), context) / steps);
        }

        return x;
    }
}
