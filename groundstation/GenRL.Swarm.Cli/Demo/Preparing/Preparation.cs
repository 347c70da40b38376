using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>All that is settled before the first process starts.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Folder">The run's folder.</param>
/// <param name="Trust">Certificates and rules.</param>
/// <param name="Fleet">The fleet's name.</param>
/// <param name="SwarmFile">The fleet's hardware configuration.</param>
/// <param name="PagePort">Port of the ground station's page.</param>
/// <param name="RobotPort">Port of its API for robots.</param>
internal sealed record Preparation(
    DemoOptions Options, RunFolder Folder, FleetTrust Trust, string Fleet, string SwarmFile, int PagePort, int RobotPort)
{
    private const int PreferredPage = 8080;

    /// <summary>The page, for people.</summary>
    public string PageUrl => $"http://127.0.0.1:{PagePort}";

    /// <summary>The API, for robots.</summary>
    public string RobotUrl => $"https://127.0.0.1:{RobotPort}";

    /// <summary>The pre-trained bundle.</summary>
    public string FirstBundle => Path.Combine(Options.Pretrained, "bundle");

    /// <summary>Makes folder, certificates, rules and configuration, and finds ports.</summary>
    /// <exception cref="DemoException">There is no pre-trained bundle, or no port.</exception>
    public static Preparation Make(DemoOptions options, TimeProvider time)
    {
        var manifest = Path.Combine(options.Pretrained, "bundle", Contracts.Models.BundleLayout.Manifest);
        if (!File.Exists(manifest))
        {
            throw new DemoException($"there is no pre-trained bundle in {options.Pretrained}: './swarm train' makes one");
        }

        var folder = RunFolder.Create(options.Runs, time);
        CopyLearning(options.Pretrained, Path.Combine(folder.Learning, ReleaseId.Of(File.ReadAllBytes(manifest)).Hex));
        var fleet = FleetConfiguration.FleetName(options.Robots);
        return new Preparation(
            options, folder, FleetTrust.Create(folder.Trust, fleet, options.Robots, time), fleet,
            FleetConfiguration.Write(folder.Configuration, options.Robots), FreePort.From(PreferredPage), FreePort.Any());
    }

    /// <summary>The learning process looks for the networks of a release under its id, and leaves those of the candidate there.</summary>
    private static void CopyLearning(string pretrained, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(pretrained, "learning")))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
