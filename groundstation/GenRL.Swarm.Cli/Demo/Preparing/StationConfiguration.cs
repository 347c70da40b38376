using System.Text;
using System.Text.Json.Nodes;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>The file that <c>swarm-groundstation</c> is started with.</summary>
internal static class StationConfiguration
{
    /// <summary>Writes it.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Preparation run, int brokerPort)
    {
        var client = run.Trust.Client(FleetAcl.Station);
        var server = run.Trust.StationApi;
        JsonNode[] learner = [.. Programs.Command("GenRL.Swarm.Learning.Process", "swarm-learn").Append("adapt").Select(word => (JsonNode)word)];
        var settings = new JsonObject
        {
            ["Station"] = new JsonObject
            {
                ["Fleet"] = run.Fleet,
                ["DataFolder"] = run.Folder.Station,
                ["Port"] = run.PagePort,
                ["FirstBundle"] = run.FirstBundle,
                ["Tls"] = new JsonObject
                {
                    ["Port"] = run.RobotPort, ["Certificate"] = server.CertificateFile, ["Key"] = server.KeyFile, ["Authority"] = server.CaFile,
                },
                ["Learning"] = new JsonObject { ["Command"] = new JsonArray(learner), ["FirstLearning"] = run.FirstLearning, ["OnRequest"] = true, ["GateSeed"] = run.Options.Seed },
            },
            ["Bus"] = new JsonObject
            {
                ["Port"] = brokerPort, ["Authority"] = client.CaFile, ["Certificate"] = client.CertificateFile, ["Key"] = client.KeyFile,
            },
        };
        var path = Path.Combine(run.Folder.Configuration, "station.json");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(settings.ToJsonString()));
        return path;
    }
}
