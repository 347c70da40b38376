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
    /// <summary>Episodes of the gate where the fleet flies: as many as its rule asks for.</summary>
    private const int IdentifiedEpisodes = 200;

    /// <summary>Episodes on the nominal floor, which decide nothing.</summary>
    private const int NominalEpisodes = 10;

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
                    ["IdentifiedEpisodes"] = IdentifiedEpisodes, ["NominalEpisodes"] = NominalEpisodes, ["GateSeed"] = run.Options.Seed,
                },
            },
        };
        var path = Path.Combine(run.Folder.Configuration, "station.json");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(settings.ToJsonString()));
        return path;
    }
}
