using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Recording.Tests;

public sealed class RecordingTests : IDisposable
{
    private const int Steps = 40;

    private readonly TempFolder _folder = new();

    private string Recorded => _folder["run.mcap"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    public void Replay_OfWhatWasRecorded_IsEqualOnAnyNumberOfThreads(int worlds, int threads)
    {
        Record(worlds);

        var seen = new List<int>();
        var result = Replay(worlds, threads, seen: seen);

        Assert.Equal(new ReplayResult(Steps, null), result);
        Assert.Equal(Enumerable.Range(0, Steps + 1), seen);
    }

    [Fact]
    public void Replay_ByAnotherProgram_NamesTheFirstStepThatDiffers()
    {
        Record(3);

        Assert.Equal(new ReplayResult(1, 0), Replay(3, drift: 0.11f));
    }

    [Theory]
    [InlineData(17, 2, true)]
    [InlineData(23, 0, false)]
    [InlineData(0, 1, false)]
    public void Replay_OfOneChangedNumber_NamesStepAndWorld(int step, int world, bool action)
    {
        Record(3, (number, actions, hashes) =>
        {
            if (number == step && action)
            {
                actions[2 * world] += 1e-3f;
            }
            else if (number == step)
            {
                hashes[world] ^= 1;
            }
        });

        Assert.Equal(new ReplayResult(step, world), Replay(3));
    }

    [Fact]
    public void Open_ARecording_GivesBackWhatWasWritten()
    {
        var run = Record(2);

        using var recording = RecordingReader.Open(Recorded);
        var steps = recording.Steps().ToList();

        Assert.Equal(run, recording.Run);
        Assert.Equal(Enumerable.Range(0, Steps + 1), steps.Select(step => step.Number));
        Assert.Empty(steps[0].Actions);
        Assert.All(steps.Skip(1), step => Assert.Equal(4, step.Actions.Length));
        Assert.All(steps, step => Assert.Equal(2, step.Hashes.Distinct().Count()));
    }

    [Fact]
    public void Open_AFileThatWasCutOffAnywhere_IsOneNamedError()
    {
        Record(2);
        var bytes = File.ReadAllBytes(Recorded);
        for (var length = 0; length < bytes.Length; length += 61)
        {
            File.WriteAllBytes(Recorded, bytes[..length]);

            var error = Assert.Throws<InvalidDataException>(() => Replay(2));
            Assert.Matches("was cut off after|not an MCAP file", error.Message);
        }
    }

    [Fact]
    public void Open_AFileWithOneWrongByte_IsEqualDifferentOrOneNamedError()
    {
        Record(1);
        var bytes = File.ReadAllBytes(Recorded);
        var random = new RandomStream(5, 0, 0);
        for (var i = 0; i < 200; i++)
        {
            var damaged = bytes.ToArray();
            damaged[random.NextInt32(bytes.Length)] ^= (byte)(1 << random.NextInt32(8));
            File.WriteAllBytes(Recorded, damaged);

            // Anything but InvalidDataException would leave here and fail the test.
            try
            {
                _ = Replay(1);
            }
            catch (InvalidDataException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Theory]
    [InlineData("", "not an MCAP file")]
    [InlineData("hello", "not an MCAP file")]
    public void Open_SomethingElse_IsOneNamedError(string content, string reason)
    {
        File.WriteAllText(Recorded, content);

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => RecordingReader.Open(Recorded)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_WithAnotherNumberOfWorlds_SaysThatTheScenarioChanged()
    {
        Record(3);

        Assert.Contains("3 worlds then, 4 now", Assert.Throws<InvalidDataException>(() => Replay(4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writer_DisposedBeforeItsEnd_LeavesNothing()
    {
        using (var writer = new RecordingWriter(Recorded, Describe(1, 1, 1)))
        {
            writer.Add([], [1]);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Hash_OfAWorld_IsTheSameInAnyBatch()
    {
        var (alone, among) = (Hashes(1), Hashes(33));

        Assert.Equal(alone[0], among[0]);
        Assert.Equal(33, among.Distinct().Count());
    }

    private static WorldsEnvironment Create(int worlds, int threads = 1, float drift = 0.1f) => new(worlds, () => new DriftWorld(drift), threads);

    private static RunDescription Describe(int worlds, int actionLength, int snapshotSize) =>
        new("test/drift", 0, worlds, false, 9, "random", 2, actionLength, snapshotSize);

    private static ulong[] Hashes(int worlds)
    {
        using var environment = Create(worlds);
        var observations = new float[2 * worlds];
        var hashes = new ulong[worlds];
        environment.Reset(9, observations);
        new StateHash(environment).Of(observations, new float[2 * worlds], new EpisodeEnd[worlds], hashes);
        return hashes;
    }

    private ReplayResult Replay(int worlds, int threads = 1, float drift = 0.1f, List<int>? seen = null)
    {
        using var environment = Create(worlds, threads, drift);
        using var recording = RecordingReader.Open(Recorded);
        return Recording.Replay.Run(recording, environment, (step, _, _) => seen?.Add(step));
    }

    private RunDescription Record(int worlds, Action<int, float[], ulong[]>? spoil = null)
    {
        using var environment = Create(worlds);
        var run = Describe(worlds, environment.Shape.ActionLength, environment.SnapshotSize);
        using var writer = new RecordingWriter(Recorded, run);
        var (actions, observations, rewards) = (new float[2 * worlds], new float[2 * worlds], new float[2 * worlds]);
        var (ends, hashes, hash, random) = (new EpisodeEnd[worlds], new ulong[worlds], new StateHash(environment), new RandomStream(1, 2, 3));
        environment.Reset(run.Seed, observations);
        for (var step = 0; step <= Steps; step++)
        {
            if (step > 0)
            {
                for (var i = 0; i < actions.Length; i++)
                {
                    actions[i] = i % 2 == 0 ? random.NextSingle(-1f, 1f) : random.NextInt32(5);
                }

                environment.Step(actions, observations, rewards, ends);
            }

            hash.Of(observations, rewards, ends, hashes);
            var kept = (float[])actions.Clone();
            spoil?.Invoke(step, kept, hashes);
            writer.Add(step == 0 ? [] : kept, hashes);
        }

        writer.Finish();
        return run;
    }
}
