using System.Net;
using System.Net.Sockets;
using GenRL.Swarm.Cli.Demo;
using GenRL.Swarm.Cli.Demo.Flying;
using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Demo;

public sealed class PreparationTests
{
    private static readonly DemoOptions Options = new() { Pretrained = "nowhere", Seed = 9 };

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Configuration_IsValidForAnyNumberOfRobots(int robots)
    {
        using var temp = new TempFolder();

        var swarm = ConfigurationLoader.Load(FleetConfiguration.Write(temp.Path, robots), ["log.rotation_s=5", "bus.tls=true"]);

        Assert.Equal(Enumerable.Range(0, robots), swarm.Robots.Select(r => r.Id));
        Assert.Equal(FleetConfiguration.FleetName(robots), swarm.Fleet);
    }

    [Fact]
    public void Port_Taken_GivesTheNextFreeOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.InRange(FreePort.From(port), port + 1, port + 99);
    }

    [Fact]
    public void Missions_OfAAndC_AreTheSameButForNameAndFloor()
    {
        var missions = new Missions(Options);
        var (a, b, c) = (missions.A, missions.B, missions.C);

        Assert.Equal(a with { Run = "C", Floor = null, Scenarios = c.Scenarios }, c);
        Assert.Equal(a.Scenarios, c.Scenarios);
        Assert.Equal(["crossing", "random-goals", "crossing"], a.Scenarios.Take(3));
        Assert.Equal(35f * MathF.PI / 180f, MathF.Atan2(a.Floor!.Gain[2], a.Floor.Gain[0]), 4);
        Assert.NotEqual(a.Seed, b.Seed);
    }

    [Fact]
    public void Preparation_WithoutABundle_SaysHowToMakeOne()
    {
        var error = Assert.Throws<DemoException>(() => Preparation.Make(Options, TimeProvider.System));

        Assert.Contains("./swarm train", error.Message, StringComparison.Ordinal);
    }
}
