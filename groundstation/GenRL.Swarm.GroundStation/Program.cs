using System.Security.Cryptography;
using GenRL.Swarm.GroundStation;
using GenRL.Swarm.GroundStation.Evaluation;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Models.Runtime;

if (args is not ["--config", var path, ..])
{
    Console.Error.WriteLine("usage: swarm-groundstation --config FILE");
    return args is ["--help"] ? 0 : 2;
}

try
{
    var settings = StationSettings.Read(path);
    OnnxRuntimeLibrary.Load();
    await using var bus = new MqttBus(settings.Bus.Options(settings.Station.Fleet), TimeProvider.System);
    await using var station = StationHost.Build(settings.Station, bus, new SimulationEvaluator(), TimeProvider.System, args[2..]);
    await station.RunAsync();
    return 0;
}
catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException or CryptographicException or DllNotFoundException)
{
    Console.Error.WriteLine($"swarm-groundstation: {error.Message}");
    return 2;
}
