using System.Runtime.CompilerServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void Move_SavedThenRestored_EveryFieldIsBack()
    {
        var state = new State { Number = 3.5, Flag = true, Row = [1, 2, 3] };
        state.Stream.NextUInt64();
        var bytes = new byte[State.Size];
        var save = Snapshot.Save(bytes);
        state.Move(ref save);
        var next = state.Stream.NextUInt64();
        (state.Number, state.Flag, state.Row[1]) = (0d, false, 9);

        var restore = Snapshot.Restore(bytes);
        state.Move(ref restore);

        Assert.Equal((3.5, true), (state.Number, state.Flag));
        Assert.Equal([1, 2, 3], state.Row);
        Assert.Equal(next, state.Stream.NextUInt64());
        Assert.Equal((State.Size, State.Size), (save.Position, restore.Position));
        Assert.Equal((false, true), (save.Restores, restore.Restores));
    }

    [Fact]
    public void Measure_CountsWhatSaveWrites_AndChangesNothing()
    {
        var state = new State { Number = 3.5, Row = [1, 2, 3] };
        var stream = state.Stream.State;

        var measure = Snapshot.Measure();
        state.Move(ref measure);

        Assert.Equal(State.Size, measure.Position);
        Assert.Equal((3.5, 2), (state.Number, state.Row[1]));
        Assert.Equal(stream, state.Stream.State);
    }

    [Fact]
    public void Restore_FromTooFewBytes_SaysHowManyAreNeeded()
    {
        var state = new State { Row = [1, 2, 3] };

        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var restore = Snapshot.Restore(new byte[12]);
            state.Move(ref restore);
        });

        Assert.Contains("12 bytes is too short", error.Message, StringComparison.Ordinal);
    }

    private sealed class State
    {
        private double _number;
        private bool _flag;

        public static int Size => sizeof(double) + sizeof(bool) + (3 * sizeof(int)) + Unsafe.SizeOf<RandomState>();

        public double Number
        {
            get => _number;
            set => _number = value;
        }

        public bool Flag
        {
            get => _flag;
            set => _flag = value;
        }

        public int[] Row { get; init; } = [];

        public RandomStream Stream { get; } = new(1, 2, 3);

        public void Move(ref Snapshot snapshot)
        {
            snapshot.Move(ref _number);
            snapshot.Move(ref _flag);
            snapshot.Move(Row.AsSpan());
            snapshot.Move(Stream);
        }
    }
}
