using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Imagination;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>The graphs of a tick one after another, as the onboard agent calls them, with what it does between them.</summary>
internal sealed class StagedTick
{
    private const int H = PlanShape.Horizon;
    private const int T = PlanShape.ImaginedSteps;
    private const int Row = 2 * T;

    private readonly ModelBundle _bundle;
    private readonly TickInputs _inputs;
    private readonly Vector2[] _path = new Vector2[H];

    public StagedTick(ModelBundle bundle, TickInputs inputs)
    {
        (_bundle, _inputs) = (bundle, inputs);
        inputs.EgoMotion.CopyTo(bundle.Encoder.EgoMotion);
        inputs.EgoSeen.CopyTo(bundle.Encoder.EgoSeen);
        inputs.FeaturesBefore.CopyTo(bundle.Encoder.NeighbourFeatures);
        inputs.Seen.CopyTo(bundle.Encoder.NeighbourSeen);
        inputs.Mask.CopyTo(bundle.Encoder.Mask);
        inputs.EgoVelocity.CopyTo(bundle.Teammates.EgoVelocity);
        inputs.ToldPlan.AsSpan(0, Row).CopyTo(bundle.Teammates.ToldPlan);
        inputs.Features.CopyTo(bundle.Teammates.NeighbourFeatures);
        inputs.Mask.CopyTo(bundle.Teammates.Mask);
        inputs.Ego.CopyTo(bundle.Policy.Ego);
        inputs.Lidar.CopyTo(bundle.Policy.Lidar);
        inputs.Blocks.CopyTo(bundle.Policy.Neighbours);
        inputs.PolicyMask.CopyTo(bundle.Policy.Mask);
        inputs.Noise.CopyTo(bundle.Policy.Noise);
        inputs.EgoVelocity.CopyTo(bundle.WorldModel.EgoVelocity);
        inputs.Mask.CopyTo(bundle.WorldModel.Mask);
        inputs.Fixed.CopyTo(bundle.WorldModel.Plans);
    }

    /// <summary>Imagined paths, [K,10,2], metres.</summary>
    public ReadOnlySpan<float> Paths => _bundle.WorldModel.Paths;

    public void Run()
    {
        _bundle.Encoder.Update(_inputs.State);
        _bundle.Teammates.Run(_inputs.State);
        ShowToldPath();
        Forecast.Track(_bundle, _inputs.Features);
        _bundle.Policy.Run();
        TakeSamples();
        _bundle.WorldModel.Run(_inputs.State);
    }

    private void ShowToldPath()
    {
        MemoryMarshal.Cast<float, Vector2>(_bundle.Teammates.EgoPath).CopyTo(_path);
        Forecast.Extend(_bundle, MemoryMarshal.Cast<float, Vector2>(_inputs.ToldPlan), _path);
        var told = MemoryMarshal.Cast<float, Vector2>(_bundle.Policy.Ego[10..]);
        (told[0], told[1], told[2]) = (_path[4], _path[9], _path[14]);
    }

    private void TakeSamples()
    {
        var plans = MemoryMarshal.Cast<float, Vector2>(_bundle.WorldModel.Plans)[(ModelBundleOptions.FixedCandidates * H)..];
        var samples = MemoryMarshal.Cast<float, Vector2>(_bundle.Policy.Plans);
        var jitter = MemoryMarshal.Cast<float, Vector2>(_inputs.Jitter);
        for (var i = 0; i < samples.Length; i++)
        {
            plans[i] = Commands.Limit(samples[i] + jitter[i], _bundle.Contract.Limits.MaxSpeedMetresPerSecond);
        }
    }
}
