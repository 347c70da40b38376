using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>The file that <c>swarm-groundstation</c> is started with.</summary>
internal static class StationConfiguration
{
    /// <summary>One of so many episodes of the gate is flown on the nominal floor, where it decides nothing.</summary>
    private const int PerNominalEpisode = 20;

    /// <summary>Writes it.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Preparation run, int brokerPort)
    {
        var client = run.Trust.Client(FleetAcl.Station);
        var server = run.Trust.StationApi;
        string[] learner =
        [
            .. Programs.Command("GenRL.Swarm.Learning.Process", "swarm-learn"), "adapt", "--learning", run.Folder.Learning,
            "--floor", "steel-hall", "--seed", run.Options.Seed.ToString(CultureInfo.InvariantCulture),
            "--effort", run.Options.Effort.ToString(CultureInfo.InvariantCulture),
        ];
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
                ["Broker"] = new JsonObject
                {
                    ["Port"] = brokerPort, ["Authority"] = client.CaFile, ["Certificate"] = client.CertificateFile, ["Key"] = client.KeyFile,
                },
                ["Learning"] = new JsonObject
                {
                    ["Command"] = new JsonArray([.. learner.Select(word => (JsonNode)word)]), ["OnRequest"] = true,
                    ["IdentifiedEpisodes"] = run.Options.GateEpisodes, ["MinEpisodes"] = run.Options.GateEpisodes,
                    ["NominalEpisodes"] = run.Options.GateEpisodes / PerNominalEpisode, ["GateSeed"] = run.Options.Seed,
                },
            },
        };
        var path = Path.Combine(run.Folder.Configuration, "station.json");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(settings.ToJsonString()));
        return path;
    }
}
