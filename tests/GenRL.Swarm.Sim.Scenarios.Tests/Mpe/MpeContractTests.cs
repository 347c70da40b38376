using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

public sealed class MpeContractTests
{
    private const int Steps = 60;

    public static TheoryData<string> Names => [.. MpeCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_bytes_at_every_width(string name)
    {
        var options = MpeCases.Of(name);

        foreach (var precise in (ReadOnlySpan<bool>)[false, true])
        {
            var narrow = Roll.Record(BodyEnvironments.Create(options, 17, precise: precise, width: 128), Steps, 17);
            var middle = Roll.Record(BodyEnvironments.Create(options, 17, precise: precise, width: 256), Steps, 17);
            var wide = Roll.Record(BodyEnvironments.Create(options, 17, precise: precise, width: 512), Steps, 17);

            Assert.Equal(narrow, middle);
            Assert.Equal(narrow, wide);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_bytes_alone_and_among_others_and_on_two_threads(string name)
    {
        var options = MpeCases.Of(name);

        var alone = Roll.Record(BodyEnvironments.Create(options, 1), Steps, 1);
        var among = Roll.Record(BodyEnvironments.Create(options, 33), Steps, 1);
        var all = Roll.Record(BodyEnvironments.Create(options, 33), Steps, 33);
        var shared = Roll.Record(BodyEnvironments.Create(options, 33, threads: 2), Steps, 33);

        Assert.Equal(alone, among);
        Assert.Equal(all, shared);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_world_goes_on_alike(string name)
    {
        using var environment = BodyEnvironments.Create(MpeCases.Of(name), 20);
        var roll = new Roll(environment, seed: 3);
        for (var step = 0; step < 13; step++)
        {
            roll.StepAll(step);
        }

        var snapshot = new byte[environment.SnapshotSize];
        environment.Save(5, snapshot);
        var first = GoOn(roll, 5, 5);
        environment.Restore(18, snapshot);
        var second = GoOn(roll, 18, 5);

        Assert.Equal(first, second);
        Assert.NotEqual(first, GoOn(roll, 18, 5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        using var environment = BodyEnvironments.Create(MpeCases.Of(name), 33);
        var roll = new Roll(environment, seed: 1);
        for (var step = 0; step < 30; step++)
        {
            roll.Step();
        }

        var bytes = Allocation.Of(() =>
        {
            for (var step = 0; step < 1000; step++)
            {
                roll.Step();
            }
        });

        Assert.Equal(0, bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Actions_that_make_no_sense_break_nothing(string name)
    {
        using var environment = BodyEnvironments.Create(MpeCases.Of(name), 3);
        var shape = environment.Shape;
        var (actions, seen) = (new float[shape.ActionLength], new float[shape.ObservationLength]);
        environment.Reset(1, seen);

        foreach (var nonsense in (ReadOnlySpan<float>)[float.NaN, float.PositiveInfinity, -1e30f, 7e8f, 2.5f])
        {
            Array.Fill(actions, nonsense);
            environment.Step(actions, seen, new float[shape.RewardLength], new Engine.Environments.EpisodeEnd[3]);
            Assert.All(seen, number => Assert.InRange(number, -100f, 100f));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_shows_every_body_where_it_starts(string name)
    {
        var options = MpeCases.Of(name);
        using var environment = BodyEnvironments.Create(options, 40);
        _ = new Roll(environment, seed: 8);
        var places = new HashSet<double>();

        for (var world = 0; world < 40; world++)
        {
            var scene = new Scene();
            environment.Draw(world, scene);
            Assert.Equal(options.Make<Engine.Lanes.Lanes128<float>>().Bodies.Count, scene.Shapes.Count);
            Assert.All(scene.Shapes, shape => Assert.True(Math.Abs(shape.X) <= 1d && Math.Abs(shape.Y) <= 1d));
            places.Add(scene.Shapes[0].X);
        }

        Assert.Equal(40, places.Count);
    }

    private static List<int> GoOn(Roll roll, int world, int alias)
    {
        var record = new List<int>();
        for (var step = 13; step < 80; step++)
        {
            roll.Choose(world, alias, step);
            roll.Step();
            record.AddRange(roll.Bits(world));
        }

        return record;
    }
}
