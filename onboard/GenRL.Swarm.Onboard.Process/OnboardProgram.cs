using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.Process.Releases;
using GenRL.Swarm.Onboard.Process.Settings;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process;

/// <summary>From start to end of the process: settings, signals, exit code.</summary>
internal static class OnboardProgram
{
    private const int Unusable = 2;

    /// <summary>Flies until SIGTERM or SIGINT. Returns the exit code: 0 after a clean stop, 2 when it could not begin.</summary>
    public static async Task<int> RunAsync(OnboardArguments arguments)
    {
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        try
        {
            var settings = new RobotSettings(arguments);
            OnnxRuntimeLibrary.Load(settings.OnnxRuntimeLibrary);
            await using var bus = new MqttBus(settings.Bus(line => logs.CreateLogger<MqttBus>().Bus(line)), TimeProvider.System);
            await using var robot = RobotProcess.Make(arguments, settings, bus, TimeProvider.System, logs);
            await robot.RunAsync(stop.Token);
            return 0;
        }
        catch (Exception error) when (error is ConfigurationException or ReleaseRefusedException or DllNotFoundException or IOException or CryptographicException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Unusable;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
