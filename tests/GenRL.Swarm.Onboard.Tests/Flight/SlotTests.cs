using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class SlotTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    private readonly TestRobot _robot = new TestRobot(pretrained.Bundle).GoTo(0f, 0f);

    [Fact]
    public void A_neighbour_keeps_its_slot_while_others_come_and_go()
    {
        _robot.See(Standing(1, 1f), Standing(2, 1.2f), Standing(3, 1.4f));
        _robot.Fly(1);
        Assert.Equal([1, 2, 3], Slots()[..3]);

        _robot.See(Standing(3, 1.4f), Standing(1, 1f));
        _robot.Fly(1);
        Assert.Equal([1, 0, 3], Slots()[..3]);

        _robot.See(Standing(9, 0.7f), Standing(3, 1.4f), Standing(1, 1f));
        _robot.Fly(1);
        Assert.Equal([1, 9, 3], Slots()[..3]);
    }

    [Fact]
    public void Of_more_than_eight_the_most_urgent_are_attended_to()
    {
        _robot.See([.. Enumerable.Range(1, 20).Select(id => Standing((ushort)id, 0.6f + (0.1f * id)))]);
        _robot.Fly(1);

        Assert.Equal(PlanShape.Neighbours, _robot.TickRecord.AttendedCount);
        Assert.Equal(Enumerable.Range(1, 8), Slots());
        Assert.Equal(TickFault.None, _robot.TickRecord.Fault);
    }

    [Fact]
    public void One_that_rushes_in_takes_the_least_urgent_slot_and_no_other()
    {
        var standing = Enumerable.Range(1, 8).Select(id => Standing((ushort)id, 0.6f + (0.1f * id))).ToList();
        _robot.See([.. standing]);
        _robot.Fly(1);

        _robot.See([.. standing, (40, new Vector2(0f, 2f), new Vector2(0f, -1f))]);
        _robot.Fly(1);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 40], Slots());
    }

    [Fact]
    public void One_that_is_hardly_more_urgent_does_not_take_turns()
    {
        var near = Enumerable.Range(1, 9).Select(id => Standing((ushort)id, 1f + (0.01f * id))).ToArray();
        _robot.See([.. near[1..]]);
        _robot.Fly(1);

        _robot.See(near);
        _robot.Fly(3);

        Assert.DoesNotContain(1, Slots());
    }

    [Fact]
    public void What_the_sensors_cannot_mean_is_left_out()
    {
        _robot.See((1, new Vector2(float.NaN, 0f), Vector2.Zero), (TestRobot.Id, new Vector2(1f, 1f), Vector2.Zero), Standing(2, 1f));
        _robot.Fly(1);

        Assert.Equal(1, _robot.TickRecord.AttendedCount);
        Assert.Equal(2, Slots()[0]);
        Assert.Equal(TickFault.None, _robot.TickRecord.Fault);
    }

    private static (ushort Id, Vector2 Position, Vector2 Velocity) Standing(ushort id, float away) => (id, new Vector2(away, 0.3f), Vector2.Zero);

    private int[] Slots() => [.. _robot.TickRecord.Attended.Select(neighbour => neighbour.Present ? neighbour.Id.Value : 0)];
}
