using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Configuration.Tests;

public sealed class CheckedInFilesTests
{
    [Fact]
    public void Demo4_IsTheFleetOfTheDemo()
    {
        var demo = ConfigurationLoader.Load(Repository.Demo, []);

        Assert.Equal("demo-4", demo.Fleet);
        Assert.Equal("sim", demo.Platform);
        Assert.Equal([0, 1, 2, 3], demo.Robots.Select(r => r.Id));
        Assert.All(demo.Robots, r => Assert.Equal((KinematicsKind.Holonomic, 0.12, 1.0, 3.0), (r.Kinematics, r.Radius, r.MaxSpeed, r.MaxAcceleration)));
        Assert.All(demo.Robots, r => Assert.Equal((32, 3.0, 5.0), (r.Sensors.LidarRays, r.Sensors.LidarRange, r.Sensors.NeighbourRange)));
        Assert.Equal((10.0, 16, 8), (demo.Plan.RateHz, demo.Plan.Samples, demo.Plan.ImaginedSteps));
        Assert.Equal((50.0, 0.02, 0.1), (demo.Shield.RateHz, demo.Shield.Margin, demo.Shield.StaleSeconds));
        Assert.Equal((0.8, 4.0, 1.0, 0.5), (demo.Shield.UsableBraking, demo.Shield.Gamma, demo.Shield.NeighbourShare, demo.Shield.UnseenApproach));
        Assert.Equal(("127.0.0.1", 1883, false), (demo.Bus.Host, demo.Bus.Port, demo.Bus.Tls));
    }

    [Fact]
    public void EveryPlatform_CarriesTheDemo()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.HardwareConfigs, "platforms"), "*.yaml"))
        {
            var name = Path.GetFileNameWithoutExtension(file);

            Assert.Equal(name, ConfigurationLoader.Load(Repository.Demo, [$"platform={name}"]).Platform);
        }
    }

    [Fact]
    public void Jetson_PrefersTensorRtThenCudaThenTheProcessor()
    {
        var providers = ConfigurationLoader.Load(Repository.Demo, ["platform=jetson-orin-nano-8gb"]).Models.ExecutionProviders;

        Assert.Equal([ExecutionProviderKind.Tensorrt, ExecutionProviderKind.Cuda, ExecutionProviderKind.Cpu], providers.Select(p => p.Kind));
        Assert.EndsWith("libonnxruntime_providers_tensorrt.so", providers[0].Library);
    }

    [Fact]
    public void Schema_CheckedIn_IsTheOneThatTheTypesSay()
    {
        var file = Path.Combine(Repository.HardwareConfigs, "schema", "swarm.schema.json");

        Assert.True(File.Exists(file) && ConfigurationSchema.Text == File.ReadAllText(file), $"{file} should read:\n{ConfigurationSchema.Text}");
    }

    [Fact]
    public void ToJson_ReadBack_IsTheSameConfiguration()
    {
        var json = ConfigurationLoader.Load(Repository.Demo, ["robots[2].radius_m=0.2"]).ToJson();

        Assert.Equal(json, ConfigurationLoader.Parse(json).ToJson());
        Assert.Contains("\"radius_m\":0.2", json);
        Assert.DoesNotContain('\n', json);
    }
}
