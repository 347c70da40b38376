using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>libmosquitto, the MQTT client of every process.</summary>
internal sealed unsafe class MqttClientCheck : IHealthCheck
{
    public string Name => "MQTT client";

    public Finding Run()
    {
        if (!NativeLibrary.TryLoad("libmosquitto.so.1", out var library) ||
            !NativeLibrary.TryGetExport(library, "mosquitto_lib_version", out var readVersion))
        {
            return Finding.Failed("libmosquitto.so.1 is missing", "apt-get install libmosquitto1");
        }

        int major, minor, revision;
        _ = ((delegate* unmanaged[Cdecl]<int*, int*, int*, int>)readVersion)(&major, &minor, &revision);
        return Finding.Well($"libmosquitto {major}.{minor}.{revision}");
    }
}
