using System.Globalization;
using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Cli.Processes;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>Starts the processes of the run, each with its own certificate.</summary>
internal sealed class Fleet(Preparation run, ProcessGroup processes, int brokerPort)
{
    /// <summary>Starts the ground station.</summary>
    /// <param name="overrides">Options that win over those of the run: <c>--Station:KEY=VALUE</c>.</param>
    public ChildProcess StartStation(params string[] overrides) => Start(
        "station", "GenRL.Swarm.GroundStation", "swarm-groundstation", ["--config", StationConfiguration.Write(run, brokerPort), .. overrides]);

    /// <summary>Starts the simulated world.</summary>
    public ChildProcess StartWorld() => Start("world", "GenRL.Swarm.Sim.Process", "swarm-sim", "--config", SimConfiguration.Write(run, brokerPort));

    /// <summary>Starts robot <paramref name="robot"/>.</summary>
    /// <param name="robot">Its number.</param>
    /// <param name="release">Folder of the signed bundle that it begins with.</param>
    public ChildProcess StartRobot(int robot, string release)
    {
        var name = $"r{robot}";
        var files = run.Trust.Client(name);
        return Start(
            name, "GenRL.Swarm.Onboard.Process", "swarm-onboard",
            "--config", run.SwarmFile, "--robot", Text(robot), "--broker", $"127.0.0.1:{brokerPort}", "--station", run.RobotUrl,
            "--logs", run.Folder.RobotLogs, "--set", $"log.rotation_s={run.Options.LogSeconds}", "bus.tls=true",
            "--ca", files.CaFile, "--certificate", files.CertificateFile, "--key", files.KeyFile,
            "--store", run.Folder.RobotStore(robot), "--release", release, "--trusted-key", Path.Combine(run.Folder.Station, "signing-key.pub.pem"),
            "--seed", run.Options.Seed.ToString(CultureInfo.InvariantCulture), "--source", "sim");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ChildProcess Start(string name, string project, string assembly, params string[] arguments) =>
        processes.Start(new ChildSpec(name, [.. Programs.Command(project, assembly), .. arguments]));
}
