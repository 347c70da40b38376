using System.Text.Json.Nodes;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>The file that <c>swarm-sim</c> is started with.</summary>
internal static class SimConfiguration
{
    /// <summary>Writes it.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Preparation run, int brokerPort)
    {
        var files = run.Trust.Client(FleetAcl.World);
        var settings = new JsonObject
        {
            ["fleet"] = run.Fleet,
            ["robots"] = run.Options.Robots,
            ["seed"] = run.Options.Seed,
            ["broker"] = new JsonObject
            {
                ["port"] = brokerPort, ["ca_file"] = files.CaFile, ["certificate_file"] = files.CertificateFile, ["key_file"] = files.KeyFile,
            },
        };
        var path = Path.Combine(run.Folder.Configuration, "sim.json");
        AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(settings.ToJsonString()));
        return path;
    }
}
