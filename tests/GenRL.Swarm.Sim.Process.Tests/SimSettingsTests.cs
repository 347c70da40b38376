using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Sim.Process.Tests;

public sealed class SimSettingsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_AnEmptyObject_GivesTheDefaults()
    {
        var settings = Read("{}");

        Assert.Equal(("demo", 4, "crossing", 1883), (settings.Fleet, settings.Robots, settings.Scenario, settings.Broker.Port));
        Assert.Equal(ActuatorModel.Nominal, settings.Floor.ToFloor().Actuators);
    }

    [Fact]
    public void Read_EverySetting()
    {
        var settings = Read("""
            {"fleet":"hall","robots":6,"kinematics":"DifferentialDrive","scenario":"doorway","seed":9,
             "floor":{"time_constant_s":0.6,"delay_s":0.2},
             "broker":{"host":"127.0.0.2","port":8883,"ca_file":"ca.pem","certificate_file":"sim.pem","key_file":"sim.key"}}
            """);

        Assert.Equal(("hall", 6, KinematicsKind.DifferentialDrive, "doorway", 9ul), (settings.Fleet, settings.Robots, settings.Kinematics, settings.Scenario, settings.Seed));
        Assert.Equal(("127.0.0.2", 8883, "ca.pem", "sim.pem", "sim.key"),
            (settings.Broker.Host, settings.Broker.Port, settings.Broker.CaFile, settings.Broker.CertificateFile, settings.Broker.KeyFile));
        Assert.Equal(2, SimProcess.NewWorld(settings).Description.Walls.Count);
        Assert.Equal(0.05f, System.Numerics.Vector2.Distance(SimProcess.NewWorld(settings).Centre(5), SimProcess.NewWorld(settings).Truth(5).Position), 1e-5f);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "null")]
    [InlineData("{\"robot\":4}", "'robot'")]
    [InlineData("{\"robots\":0}", "robots")]
    [InlineData("{\"robots\":\"four\"}", "robots")]
    [InlineData("{\"fleet\":\"a/b\"}", "fleet")]
    [InlineData("{\"fleet\":\"\"}", "fleet")]
    [InlineData("{\"broker\":{\"port\":70000}}", "broker.port")]
    [InlineData("{\"broker\":null}", "broker")]
    [InlineData("{\"kinematics\":\"Walking\"}", "kinematics")]
    public void Read_ABadFile_NamesTheReason(string json, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Read(json));

        Assert.Contains(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMissingFile_NamesIt()
    {
        Assert.Contains("/no/such/file", Assert.Throws<FormatException>(() => SimSettings.Read("/no/such/file")).Message, StringComparison.Ordinal);
    }

    private SimSettings Read(string json)
    {
        File.WriteAllText(_path, json);
        return SimSettings.Read(_path);
    }
}
