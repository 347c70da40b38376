using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging.Broker;

namespace GenRL.Swarm.Messaging.Tests.Broker;

public sealed class FleetAclTests
{
    private static readonly RobotId R0 = new(0), R1 = new(1);

    [Fact]
    public async Task A_robot_cannot_write_anothers_branch_nor_read_its_sensors()
    {
        await using var broker = await FleetBroker.StartAsync();
        await using var station = await broker.BusAsync(FleetAcl.Station);
        await using var world = await broker.BusAsync(FleetAcl.World);
        await using var r0 = await broker.BusAsync("r0");
        await using var r1 = await broker.BusAsync("r1");
        Inbox seen = new(), neighbour = new();
        station.Subscribe($"swarm/{FleetBroker.Fleet}/#", BusDelivery.AtLeastOnce, seen.Take);
        r1.Subscribe($"swarm/{FleetBroker.Fleet}/#", BusDelivery.AtLeastOnce, neighbour.Take);
        await Inbox.Ready(station);
        await Inbox.Ready(r1);

        Say(r0, Topics.Robot(FleetBroker.Fleet, R1, Topics.Intention), "forged");
        Say(r0, Topics.World(FleetBroker.Fleet, "control"), "forged");
        Say(r0, Topics.Station(FleetBroker.Fleet, "phase"), "forged");
        Say(world, Topics.Robot(FleetBroker.Fleet, R1, Topics.ReleaseOffer), "forged");
        Say(world, Topics.Robot(FleetBroker.Fleet, R0, Topics.Sensors), "s0");
        Say(world, Topics.Robot(FleetBroker.Fleet, R1, Topics.Sensors), "s1");
        Say(world, Topics.World(FleetBroker.Fleet, "state"), "now");
        Say(r0, Topics.Robot(FleetBroker.Fleet, R0, Topics.Command), "c0");
        Say(r0, Topics.Robot(FleetBroker.Fleet, R0, Topics.Intention), "i0");

        await neighbour.Expect("swarm/test/r0/intent=i0");
        await neighbour.Expect("swarm/test/r1/sensors=s1");
        await seen.Expect("swarm/test/r0/intent=i0");
        await seen.Expect("swarm/test/world/state=now");
        Assert.Equal(
            ["swarm/test/r0/command=c0", "swarm/test/r0/intent=i0", "swarm/test/r0/sensors=s0", "swarm/test/r1/sensors=s1", "swarm/test/world/state=now"],
            seen.Messages.Order());
        Assert.Equal(["swarm/test/r0/intent=i0", "swarm/test/r1/sensors=s1"], neighbour.Messages.Order());
    }

    [Fact]
    public async Task Station_and_control_write_what_is_theirs_and_the_world_hears_control()
    {
        await using var broker = await FleetBroker.StartAsync();
        await using var station = await broker.BusAsync(FleetAcl.Station);
        await using var control = await broker.BusAsync(FleetAcl.Control);
        await using var world = await broker.BusAsync(FleetAcl.World);
        await using var r0 = await broker.BusAsync("r0");
        Inbox robot = new(), orders = new();
        r0.Subscribe(Topics.Robot(FleetBroker.Fleet, R0, "#"), BusDelivery.AtLeastOnce, robot.Take);
        r0.Subscribe(Topics.Station(FleetBroker.Fleet, "phase"), BusDelivery.AtLeastOnce, robot.Take);
        world.Subscribe(Topics.World(FleetBroker.Fleet, "control"), BusDelivery.AtLeastOnce, orders.Take);
        await Inbox.Ready(r0);
        await Inbox.Ready(world);
        Say(control, Topics.Robot(FleetBroker.Fleet, R0, Topics.Goal), "forged");
        Say(control, Topics.World(FleetBroker.Fleet, "control"), "start");
        Say(station, Topics.Robot(FleetBroker.Fleet, R0, Topics.ReleaseOffer), "new");
        Say(station, Topics.Robot(FleetBroker.Fleet, R0, Topics.Goal), "there");
        Say(station, Topics.Station(FleetBroker.Fleet, "phase"), "B");
        await orders.Expect("swarm/test/world/control=start");
        await robot.Expect("swarm/test/station/phase=B");
        Assert.Equal(["swarm/test/r0/goal=there", "swarm/test/r0/release-offer=new", "swarm/test/station/phase=B"], robot.Messages.Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\nuser x")]
    [InlineData("+")]
    public void A_fleet_name_that_would_break_the_file_is_refused(string fleet) =>
        Assert.ThrowsAny<ArgumentException>(() => new FleetAcl(fleet, [R0]));

    private static void Say(GenRL.Swarm.Messaging.Mqtt.MqttBus bus, string topic, string text) =>
        Assert.True(bus.Publish(bus.Topic(topic), System.Text.Encoding.UTF8.GetBytes(text), BusDelivery.AtLeastOnce));
}
