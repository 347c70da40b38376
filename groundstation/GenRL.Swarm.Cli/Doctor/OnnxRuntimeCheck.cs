using System.Runtime.InteropServices;
using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>ONNX Runtime loads, is recent enough, and native code sees its telemetry switched off.</summary>
internal sealed partial class OnnxRuntimeCheck : IHealthCheck
{
    public string Name => "ONNX Runtime";

    public Finding Run()
    {
        try
        {
            OnnxRuntimeLibrary.Load();
        }
        catch (DllNotFoundException error)
        {
            return Finding.Failed(error.Message, "./swarm setup");
        }

        return Marshal.PtrToStringUTF8(GetNativeEnvironment("ORT_DISABLE_TELEMETRY")) == "1"
            ? Finding.Well($"{OnnxRuntimeLibrary.Version}, telemetry off")
            : Finding.Failed($"{OnnxRuntimeLibrary.Version}, telemetry ON", "export ORT_DISABLE_TELEMETRY=1");
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNativeEnvironment(string name);
}
