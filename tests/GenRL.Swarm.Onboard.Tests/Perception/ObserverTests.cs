using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Onboard.Tests.Perception;

public sealed class ObserverTests
{
    [Fact]
    public void Observe_ASlotInUseBehindAFreeOne_IsRecorded()
    {
        OnnxRuntimeLibrary.Load();
        using var temp = new TempFolder();
        RandomBundle.Write(temp.Path, RandomBundle.Files());
        using var bundle = ModelBundle.Load(temp.Path, new ReleaseId(new string('0', 64)), new ModelBundleOptions(16, ["cpu"]));
        var agent = new SwarmAgent(new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), 1), bundle);
        var record = new TickRecord();
        agent.Assign(new GoalAssignment(0, Vector2.One, true));

        agent.Tick(Seeing(0, 1, 2), new Stamp(0), record);
        var both = record.AttendedCount;
        var left = record.Attended[1].Id;
        agent.Tick(Seeing(100_000_000, left.Value), new Stamp(100_000_000), record);

        Assert.Equal(2, both);
        Assert.False(record.Attended[0].Present);
        Assert.Equal(left, record.Attended[1].Id);
        Assert.Equal(2, record.AttendedCount);
    }

    private static SensorFrame Seeing(long nanoseconds, params ushort[] robots)
    {
        var frame = new SensorFrame { Stamp = new Stamp(nanoseconds), NeighbourCount = robots.Length };
        for (var i = 0; i < robots.Length; i++)
        {
            frame.Neighbours[i] = new SensedNeighbour(new RobotId(robots[i]), new Vector2(robots[i], 0f), Vector2.Zero, 0.12f);
        }

        return frame;
    }
}
