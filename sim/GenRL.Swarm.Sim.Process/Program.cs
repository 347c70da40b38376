using System.Runtime.InteropServices;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Sim.Process;

if (args is not ["--config", var path])
{
    Console.Error.WriteLine("usage: swarm-sim --config FILE");
    return args is ["--help"] ? 0 : 2;
}

try
{
    var settings = SimSettings.Read(path);
    using var stop = new CancellationTokenSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    var broker = settings.Broker;
    await using var bus = new MqttBus(
        new MqttBusOptions
        {
            Host = broker.Host,
            Port = broker.Port,
            ClientId = $"swarm-sim-{settings.Fleet}",
            Tls = broker.CaFile is null ? null : new MqttTls(broker.CaFile, broker.CertificateFile, broker.KeyFile),
            Report = Console.Error.WriteLine,
        },
        TimeProvider.System);
    Console.WriteLine($"swarm-sim: fleet {settings.Fleet}, {settings.Robots} robots, broker {broker.Host}:{broker.Port}");
    var timing = SimProcess.Run(settings, bus, TimeProvider.System, stop.Token);
    Console.WriteLine(
        $"swarm-sim: {timing.Steps} steps, wake-up late by p50 {timing.P50Us:F0} us, p99 {timing.P99Us:F0} us, max {timing.MaxUs:F0} us, {timing.Skipped} skipped");
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
catch (Exception error) when (error is FormatException or ArgumentException or FileNotFoundException or DllNotFoundException)
{
    Console.Error.WriteLine($"swarm-sim: {error.Message}");
    return 2;
}
