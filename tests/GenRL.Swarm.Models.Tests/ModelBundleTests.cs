using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Models.Graphs;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Models.Tests;

public sealed class ModelBundleTests : IDisposable
{
    private readonly ModelBundle _bundle = BrokenBundle.Load(BrokenBundle.Files(), candidates: 24);

    [Fact]
    public void Load_GivesWhatTheContractPromises()
    {
        Assert.Equal("test", _bundle.Contract.Floor);
        Assert.Equal(ActuatorModel.Nominal, _bundle.Actuator);
        Assert.Equal(24, _bundle.WorldModel.Candidates);
        Assert.Equal(24 - ModelBundleOptions.FixedCandidates, _bundle.Policy.Samples);
        Assert.Equal(_bundle.Contract.CodebookHash, _bundle.Tokens.CodebookHash);
    }

    [Fact]
    public void Run_AllGraphs_AllocatesNothing()
    {
        var state = new RecurrentState();
        var tail = new float[4];
        var allocated = Enumerable.Range(0, 100).Select(_ => Allocated()).ToList();

        // The runtime's own call stubs are compiled within the first hundreds of runs.
        Assert.Contains(0, allocated);
        Assert.All(allocated[^20..], bytes => Assert.Equal(0, bytes));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
            {
                RunAll(state, tail);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Run_TwiceOnTheSameInputs_GivesTheSameBits()
    {
        var random = new RandomStream(5, 0, 0);
        foreach (var session in _bundle.Sessions)
        {
            Fill(session, random);
            session.Run();
            var first = session.Outputs.Select(name => (float[])session.Buffer(name).Clone()).ToList();

            session.Run();

            Assert.Equal(first, session.Outputs.Select(session.Buffer));
        }
    }

    [Fact]
    public void Update_ChangesTheMemory_AndImaginingDoesNot()
    {
        var state = new RecurrentState();
        _bundle.Encoder.EgoMotion.Fill(0.5f);
        _bundle.Encoder.Update(state);
        var remembered = state.EgoMemory.ToArray();
        Assert.NotEqual(new float[NetworkShape.Memory], remembered);

        _bundle.Teammates.Run(state);
        _bundle.WorldModel.Run(state);

        Assert.Equal(remembered, state.EgoMemory);
    }

    [Fact]
    public void Forget_OneSlot_LeavesTheOthers()
    {
        var state = new RecurrentState();
        Array.Fill(state.NeighbourMemory, 1f);
        Array.Fill(state.NeighbourLatent, 1f);

        state.Forget(2);

        Assert.Equal(NetworkShape.Memory, state.NeighbourMemory.Count(value => value == 0f));
        Assert.Equal(0f, state.NeighbourMemory[2 * NetworkShape.Memory]);
        Assert.Equal(1f, state.NeighbourMemory[3 * NetworkShape.Memory]);
        Assert.Equal(NetworkShape.Latent, state.NeighbourLatent.Count(value => value == 0f));
    }

    [Fact]
    public void Tokens_OfDifferentSeeds_HaveDifferentCodebooks()
    {
        using var other = BrokenBundle.Load(RandomBundle.Files(seed: 2));

        Assert.NotEqual(_bundle.Tokens.CodebookHash, other.Tokens.CodebookHash);
    }

    [Theory]
    [InlineData(0.1f, true)]
    [InlineData(float.NaN, false)]
    public void IsSteady_GraphsThatHardlyMove_HoldOnEveryProcessor(float step, bool steady)
    {
        var files = BrokenBundle.WithStep(step);

        Assert.Equal(steady, GoldenCheck.IsSteady(name => files[name], _bundle.Contract, ModelBundleOptions.Default, seed: 3));
    }

    public void Dispose() => _bundle.Dispose();

    private void RunAll(RecurrentState state, float[] tail)
    {
        _bundle.Encoder.Update(state);
        _bundle.Teammates.Run(state);
        _bundle.Policy.Run();
        _bundle.WorldModel.Run(state);
        var (first, second) = _bundle.Tokens.Encode(tail);
        _bundle.Tokens.Decode(first, second, tail);
    }

    private static void Fill(GraphSession session, RandomStream random)
    {
        foreach (var name in session.Inputs)
        {
            foreach (ref var value in session.Buffer(name).AsSpan())
            {
                value = name == GraphNames.Mask ? random.NextInt32(2) : random.NextGaussian();
            }
        }
    }
}
