namespace GenRL.Swarm.Configuration.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("plan: {samples: 32, sample: 3}", "plan.sample", "unknown key; known here: rate_hz, samples, imagined_steps")]
    [InlineData("robots: [{id: 0}, {id: 1, radius: 0.1}]", "robots[1].radius", "unknown key")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_cm: 12}]", "robots[1].radius_cm", "unknown key")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_m: 12}]", "robots[1].radius_m", "is 12, must lie in 0.01 to 2")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_m: 12cm}]", "robots[1].radius_m", "is \"12cm\", must be of type number")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_m: \"0.12\"}]", "robots[1].radius_m", "must be of type number")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_m: .nan}]", "robots[1].radius_m", "must be of type number")]
    [InlineData("robots: [{id: 0}, {id: 1, radius_m: }]", "robots[1].radius_m", "is null")]
    [InlineData("robots: [{id: 0.5}]", "robots[0].id", "is 0.5, must be of type integer")]
    [InlineData("robots: [{id: 4096}]", "robots[0].id", "must lie in 0 to 4095")]
    [InlineData("robots: [{id: 3}, {id: 3}]", "robots[1].id", "3 is another robot's too")]
    [InlineData("robots: [{radius_m: 0.1}]", "robots[0].id", "missing")]
    [InlineData("robots: []", "robots", "at least one robot")]
    [InlineData("robots: {id: 0}", "robots", "is a mapping, must be of type array")]
    [InlineData("robots: [{id: 0, kinematics: hover}]", "robots[0].kinematics", "is \"hover\", must be one of holonomic, differential_drive")]
    [InlineData("robots: [{id: 0, kinematics: 1}]", "robots[0].kinematics", "is 1, must be one of")]
    [InlineData("robots: [{id: 0, kinematics: differential_drive}]", "robots[0].control_point_ahead_m", "must be above 0")]
    [InlineData("robots: [{id: 0, control_point_ahead_m: 0.1}]", "robots[0].control_point_ahead_m", "must be 0")]
    [InlineData("robots: [{id: 0, sensors: {lidar_rays: 129}}]", "robots[0].sensors.lidar_rays", "must lie in 0 to 128")]
    [InlineData("plan: {samples: 8}", "plan.samples", "must lie in 16 to 256")]
    [InlineData("plan: {rate_hz: 20}", "plan.rate_hz", "must lie in 10 to 10")]
    [InlineData("shield: 5", "shield", "is 5, must be of type object")]
    [InlineData("shield: {usable_braking_share: 80}", "shield.usable_braking_share", "must lie in 0.05 to 1")]
    [InlineData("bus: {tls: yes}", "bus.tls", "is \"yes\", must be of type boolean")]
    [InlineData("bus: {port: 65536}", "bus.port", "must lie in 1 to 65535")]
    [InlineData("bus: {host: \"\"}", "bus.host", "must not be empty")]
    [InlineData("models: {execution_providers: []}", "models.execution_providers", "at least one")]
    [InlineData("models: {execution_providers: [{kind: cpu}]}", "models.execution_providers[0].library", "missing")]
    [InlineData("ground_station: {url: \"ftp://x\"}", "ground_station.url", "absolute http or https")]
    [InlineData("log: {folder: \"\"}", "log.folder", "must not be empty")]
    [InlineData("fleet: a/b", "fleet", "letters, digits")]
    [InlineData("fleet: [a]", "fleet", "must be of type string")]
    [InlineData("platform: moon", "", "cannot be read")]
    [InlineData("platform: ../sim", "platform", "not the plain name")]
    [InlineData("plan: {samples: 32}\nplan: {samples: 16}", "", "not YAML that is accepted")]
    [InlineData("plan: &a {samples: 32}\nbus: *a", "", "aliases are not accepted")]
    [InlineData("plan: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]", "", "nested deeper")]
    [InlineData("plan: {samples: 32", "", "not YAML that is accepted")]
    public void Load_BadSwarmFile_NamesFilePlaceAndReason(string change, string path, string reason)
    {
        using var folder = new ConfigurationFolder(change);

        var error = Assert.Single(Errors(folder.Swarm));

        Assert.Equal(path, error.Path);
        Assert.Contains(reason, error.Reason);
        Assert.Equal(change.Contains("moon") ? "moon.yaml" : "test.yaml", error.Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- b")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Load_NotOneMapping_SaysSo(string text)
    {
        using var folder = new ConfigurationFolder("");
        folder.Write(text);

        Assert.Contains(Errors(folder.Swarm), e => e.Source == "test.yaml" && e.Reason.Contains("one mapping"));
    }

    [Theory]
    [InlineData("bus.port", "bus.port", "path=value")]
    [InlineData("bus.prot=1", "bus.prot", "no such place: prot")]
    [InlineData("robots[4].radius_m=0.1", "robots[4].radius_m", "no such place: [4]")]
    [InlineData("robots[1].radius_m=9", "robots[1].radius_m", "must lie in")]
    [InlineData("plan.samples=many", "plan.samples", "must be of type integer")]
    public void Load_BadOverride_NamesTheCommandLine(string assignment, string path, string reason)
    {
        var error = Assert.Single(Errors(Repository.Demo, assignment));

        Assert.Equal(("command line", path), (error.Source, error.Path));
        Assert.Contains(reason, error.Reason);
    }

    [Fact]
    public void Load_SeveralErrors_ReportsAllOfThem()
    {
        using var folder = new ConfigurationFolder("plan: {samples: 1, typo: 2}\nrobots: [{id: 0, radius_m: -1}, {id: x}]");

        var errors = Errors(folder.Swarm, "bus.port=0");

        Assert.Equal(
            ["bus.port", "plan.samples", "plan.typo", "robots[0].radius_m", "robots[1].id"], errors.Select(e => e.Path).Order());
    }

    [Fact]
    public void Load_MissingFile_SaysSo() =>
        Assert.Contains(Errors(Path.Combine(Repository.HardwareConfigs, "swarms", "none.yaml")), e => e.Reason.Contains("cannot be read"));

    [Fact]
    public void Load_TooLong_IsRefused()
    {
        using var folder = new ConfigurationFolder("");
        folder.Write("#" + new string('x', 1 << 20));

        Assert.Contains(Errors(folder.Swarm), e => e.Reason.Contains("longer than"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"fleet\":\"a\"}")]
    public void Parse_NotAConfiguration_SaysSo(string json) =>
        Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Parse(json));

    private static IReadOnlyList<ConfigurationError> Errors(string file, params string[] overrides) =>
        Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(file, overrides)).Errors;
}
