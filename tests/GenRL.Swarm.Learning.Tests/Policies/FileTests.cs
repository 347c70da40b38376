using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Tests.Policies;

public sealed class FileTests
{
    private static readonly CollectionSettings Short = new() { Ticks = 5, Expert = new MppiSettings { Candidates = 8 } };

    [Fact]
    public void Samples_survive_the_disk()
    {
        var (samples, _) = Fly();
        var bytes = Saved(samples.Save);

        var read = PolicySamples.Load(new MemoryStream(bytes));

        Assert.Equal(samples.Count, read.Count);
        Assert.Equal(bytes, Saved(read.Save));
    }

    [Fact]
    public void Tracks_survive_the_disk()
    {
        var (_, tracks) = Fly();
        var bytes = Saved(stream => RobotTrackFile.Save(tracks, stream));

        var read = RobotTrackFile.Load(new MemoryStream(bytes));

        Assert.Equal(tracks[3].Plans, read[3].Plans);
        Assert.Equal(tracks[3].HasMessage, read[3].HasMessage);
        Assert.Equal(bytes, Saved(stream => RobotTrackFile.Save(read, stream)));
    }

    [Fact]
    public void A_track_survives_the_disk_with_every_field()
    {
        var track = new RobotTrack(3, 2) { Robot = new RobotId(4095), Run = ulong.MaxValue - 1, MaxRange = 5.5f, Radius = 0.2f };
        var arrays = typeof(RobotTrack).GetProperties().Where(property => property.PropertyType.IsArray).ToList();
        byte next = 0;
        foreach (var array in arrays)
        {
            // Any bytes will do for floats, identities and times; a bool is 0 or 1.
            var values = (Array)array.GetValue(track)!;
            var bytes = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(values), Buffer(values));
            foreach (ref var b in bytes)
            {
                b = array.PropertyType == typeof(bool[]) ? (byte)(next++ & 1) : (byte)(next++ & 0x3F);
            }
        }

        var stream = new MemoryStream(Saved(s => RobotTrackFile.Save([track], s)));
        var read = Assert.Single(RobotTrackFile.Load(stream));

        Assert.Equal(stream.Length, stream.Position);
        Assert.Equal(14, arrays.Count);
        Assert.Equivalent(track, read, strict: true);
        Assert.All(arrays, array => Assert.Equal((Array)array.GetValue(track)!, (Array)array.GetValue(read)!));

        static int Buffer(Array values) => values.Length * values switch
        {
            Vector2[] => 8,
            Stamp[] => 8,
            float[] => 4,
            RobotId[] => 2,
            _ => 1,
        };
    }

    [Fact]
    public void Files_cut_short_or_of_another_kind_are_refused_by_name()
    {
        var (samples, tracks) = Fly();
        var (a, b) = (Saved(samples.Save), Saved(stream => RobotTrackFile.Save(tracks, stream)));

        foreach (var length in (int[])[0, 3, 8, 200, a.Length - 1])
        {
            Assert.Throws<InvalidDataException>(() => PolicySamples.Load(new MemoryStream(a[..length])));
        }

        foreach (var length in (int[])[0, 3, 8, 200, b.Length - 1])
        {
            Assert.Throws<InvalidDataException>(() => RobotTrackFile.Load(new MemoryStream(b[..length])));
        }

        Assert.Throws<InvalidDataException>(() => PolicySamples.Load(new MemoryStream(b)));
        Assert.Throws<InvalidDataException>(() => RobotTrackFile.Load(new MemoryStream(a)));
    }

    [Fact]
    public void A_stage_that_fails_while_writing_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        var files = StageFiles.For(folder.Path, "recipe");

        Assert.Throws<IOException>(() => files.Write("stage.dat", stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));

        Assert.False(files.Has("stage.dat"));
    }

    [Fact]
    public void A_folder_holds_one_recipe()
    {
        using var folder = new TemporaryFolder();
        _ = StageFiles.For(folder.Path, "seed 1");

        _ = StageFiles.For(folder.Path, "seed 1");
        Assert.Throws<InvalidOperationException>(() => StageFiles.For(folder.Path, "seed 2"));
    }

    private static (PolicySamples Samples, IReadOnlyList<RobotTrack> Tracks) Fly()
    {
        var samples = new PolicySamples(100, 3);
        return (samples, new ExperienceCollector(new SimWorlds(), Short).Fly(2, 1, policy: null, samples));
    }

    private static byte[] Saved(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }
}
