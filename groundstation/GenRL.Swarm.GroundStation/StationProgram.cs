using System.Security.Cryptography;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Evaluation;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Models.Runtime;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GenRL.Swarm.GroundStation;

/// <summary>From start to end of the station's process: options, bus, host, exit code.</summary>
internal static class StationProgram
{
    private const int Unusable = 2;

    /// <summary>Says how the program is called. Returns the exit code.</summary>
    public static int Usage(bool asked)
    {
        (asked ? Console.Out : Console.Error).WriteLine("usage: swarm-groundstation --config FILE [--Station:KEY=VALUE ...]");
        return asked ? 0 : Unusable;
    }

    /// <summary>Runs until SIGTERM or SIGINT. Returns the exit code: 0 after a clean stop, 2, with one line on standard error, when it could not begin.</summary>
    /// <param name="file">The options file.</param>
    /// <param name="overrides">Options that win over the file's: <c>--Station:Port=0</c>.</param>
    public static async Task<int> RunAsync(string file, string[] overrides)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        try
        {
            var options = StationSettings.Read(file, overrides);
            OnnxRuntimeLibrary.Load();
            await using var bus = new MqttBus(Bus(options, line => Log.Bus(logs.CreateLogger<MqttBus>(), line)), TimeProvider.System);
            var evaluator = new SimEvaluator(new LearnerProcess(logs.CreateLogger<LearnerProcess>()));
            await using var station = StationHost.Build(options, bus, evaluator, TimeProvider.System);
            await station.StartAsync();
            var addresses = station.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            Console.WriteLine($"swarm-groundstation: {string.Join(' ', addresses)}");
            await station.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception error) when (
            error is FormatException or InvalidDataException or IOException or UnauthorizedAccessException or CryptographicException or DllNotFoundException)
        {
            await Console.Error.WriteLineAsync($"swarm-groundstation: {error.Message}");
            return Unusable;
        }
    }

    private static MqttBusOptions Bus(StationOptions options, Action<string> report)
    {
        var broker = options.Broker;
        return new MqttBusOptions
        {
            Host = broker.Host,
            Port = broker.Port,
            ClientId = $"swarm-groundstation-{options.Fleet}",
            Tls = broker.Authority is null ? null : new MqttTls(broker.Authority, broker.Certificate, broker.Key),
            Report = report,
        };
    }
}
