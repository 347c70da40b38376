using System.Collections.Concurrent;
using GenRL.Swarm.Sim.Engine.Threads;

namespace GenRL.Swarm.Sim.Engine.Tests.Threads;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 2)]
    [InlineData(5, 100)]
    [InlineData(4, 0)]
    public void Run_AnyUnitsOnAnyThreads_DoesEachOnce(int threads, int units)
    {
        using var team = new WorkerTeam(threads);
        var work = new Counting(units);

        for (var run = 0; run < 50; run++)
        {
            team.Run(work, units);
        }

        Assert.All(work.Done, count => Assert.Equal(50, count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public void Run_AUnitThatThrows_ReachesTheCallerAndTheTeamGoesOn(int bad)
    {
        using var team = new WorkerTeam(3);
        var work = new Counting(100) { Bad = bad };

        Assert.Equal("unit", Assert.Throws<InvalidOperationException>(() => team.Run(work, 100)).Message);
        work.Bad = -1;
        team.Run(work, 100);

        Assert.InRange(work.Done[50], 1, 2);
    }

    [Fact]
    public void Dispose_EndsItsThreads_AndNoMoreIsRun()
    {
        var team = new WorkerTeam(3);
        var work = new Counting(3);
        while (work.Threads.Count < 3)
        {
            team.Run(work, 3);
        }

        team.Dispose();
        team.Dispose();

        Assert.All(work.Threads.Keys.Where(thread => thread != Thread.CurrentThread), thread => Assert.False(thread.IsAlive));
        Assert.Throws<ObjectDisposedException>(() => team.Run(work, 3));
    }

    [Fact]
    public void Run_AThousandTimes_AllocatesNothingPerRun()
    {
        using var team = new WorkerTeam(2);
        var work = new Idle();
        for (var i = 0; i < 100; i++)
        {
            team.Run(work, 10);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            team.Run(work, 10);
        }

        // The first time ever that the caller has to wait, its event makes itself a lock.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Team_OfNobody_IsRefused(int threads) => Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(threads));

    private sealed class Idle : IWorkload
    {
        public void Work(int first, int end)
        {
        }
    }

    private sealed class Counting(int units) : IWorkload
    {
        public int[] Done { get; } = new int[units];

        public ConcurrentDictionary<Thread, bool> Threads { get; } = [];

        public int Bad { get; set; } = -1;

        public void Work(int first, int end)
        {
            Threads[Thread.CurrentThread] = true;
            for (var unit = first; unit < end; unit++)
            {
                if (unit == Bad)
                {
                    throw new InvalidOperationException("unit");
                }

                Interlocked.Increment(ref Done[unit]);
            }
        }
    }
}
