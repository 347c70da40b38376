namespace GenRL.Swarm.Cli.Doctor;

/// <summary>mosquitto, the broker that the demo starts.</summary>
internal sealed class MqttBrokerCheck : IHealthCheck
{
    // Debian keeps it where a user's PATH does not look.
    private static readonly string[] _folders = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"];

    public string Name => "MQTT broker";

    public Finding Run() => Array.Find(_folders, static folder => File.Exists(Path.Combine(folder, "mosquitto"))) is { } folder
        ? Finding.Well($"{folder}/mosquitto")
        : Finding.Failed("mosquitto is missing", "apt-get install --no-install-recommends mosquitto");
}
