using System.Text;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Sim.Tests.Orders;

public sealed class OrderJsonTests
{
    [Fact]
    public void Read_ADocumentedOrder()
    {
        const string Json = """
            {"run":"A","scenarios":["crossing","random-goals"],"seed":7,"missions":8,"mission_seconds":7.5,
             "floor":{"time_constant_s":0.6,"gain":[0.8,-0.6,0.6,0.8],"delay_s":0.2,"position_noise_m":0.004}}
            """;

        var order = OrderJson.Read(Encoding.UTF8.GetBytes(Json), out var fault);

        Assert.Null(fault);
        Assert.Equal(("A", 7ul, 8, 7.5), (order!.Run, order.Seed, order.Missions, order.MissionSeconds));
        Assert.Equal(["crossing", "random-goals"], order.Scenarios);
        Assert.Equal((0.6f, -0.6f, 0.2f), (order.Floor!.ToFloor().Actuators.TimeConstant, order.Floor.ToFloor().Actuators.GainXY, order.Floor.DelayS));
    }

    [Theory]
    [InlineData("", "input does not contain any JSON tokens")]
    [InlineData("null", "null")]
    [InlineData("[]", "could not be converted")]
    [InlineData("{\"run\":\"A\"", "Expected depth to be zero")]
    [InlineData("{\"mission\":1}", "'mission'")]
    [InlineData("{\"missions\":0}", "missions")]
    [InlineData("{\"missions\":1e9}", "missions")]
    [InlineData("{\"mission_seconds\":-1}", "mission_seconds")]
    [InlineData("{\"staging_seconds\":1e99}", "staging_seconds")]
    [InlineData("{\"scenarios\":[]}", "scenarios")]
    [InlineData("{\"scenarios\":null}", "scenarios")]
    [InlineData("{\"run\":null}", "run")]
    public void Read_ABadOrder_NamesTheReason(string json, string reason)
    {
        Assert.Null(OrderJson.Read(Encoding.UTF8.GetBytes(json), out var fault));

        Assert.Contains(reason, fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Read_AnOversizedOrder_IsRefusedUnread()
    {
        Assert.Null(OrderJson.Read(new byte[OrderJson.MaxLength + 1], out var fault));

        Assert.Contains("16384", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_SurviveTheRoundTrip()
    {
        var order = new RunOrder { Run = "C", Seed = ulong.MaxValue, Missions = 3, Floor = FloorOrder.Of(Floor.SteelHall) };

        var read = OrderJson.Read(OrderJson.Write(order), out _)!;

        Assert.Equal(order with { Scenarios = read.Scenarios, Floor = read.Floor }, read);
        Assert.Equal(Floor.SteelHall, read.Floor!.ToFloor());
        Assert.True(OrderJson.Read(OrderJson.Write(RunOrder.StopAll), out _)!.Stop);
    }

    [Fact]
    public void Results_AreWrittenInWords()
    {
        var mission = new MissionResult(3, 1, "crossing", true, true, 3.2, 0, 0, null, 2.6f, 0);
        var result = new WorldResult(WorldResultKind.Mission, "A", null, mission, 2, true, new TimingResult(500, 0, 60, 130, 900));

        var json = Encoding.UTF8.GetString(OrderJson.Write(result));

        Assert.Contains("\"kind\":\"Mission\"", json, StringComparison.Ordinal);
        Assert.Contains("\"seconds_to_goal\":3.2", json, StringComparison.Ordinal);
        Assert.Equal(result, OrderJson.ReadResult(Encoding.UTF8.GetBytes(json)));
    }
}
