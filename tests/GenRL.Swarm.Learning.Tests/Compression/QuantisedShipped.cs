using GenRL.Swarm.Learning.Compression;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Sim.Batch;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Learning.Tests.Compression;

/// <summary>The shipped release's policy, quantised on a few training flights.</summary>
public sealed class QuantisedShipped
{
    private const int Worlds = 8;

    public QuantisedShipped()
    {
        OnnxRuntimeLibrary.Load();
        Float = File.ReadAllBytes(Path.Combine(Repository.PretrainedBundle, "propose.onnx"));
        var flights = new CollectionSettings { Ticks = 24, Expert = new MppiSettings { Candidates = 16 } };
        Seen = new PolicySamples(Worlds * flights.Robots * flights.Ticks, flights.Robots - 1);
        new ExperienceCollector(new SimWorlds(), flights).Fly(Worlds, 7, policy: null, Seen);
        Policy = PolicyQuantisation.Run(Float, Seen, 7);
    }

    public byte[] Float { get; }

    public PolicySamples Seen { get; }

    public QuantisedPolicy Policy { get; }
}
