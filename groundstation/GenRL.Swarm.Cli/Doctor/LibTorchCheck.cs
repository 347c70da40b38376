using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>libtorch loads with everything that it needs. Only training uses it.</summary>
internal sealed class LibTorchCheck : IHealthCheck
{
    private const string Install = "apt-get install --no-install-recommends libtorch-dev libopenblas0-openmp";

    public string Name => "libtorch";

    public Finding Run()
    {
        try
        {
            NativeLibrary.Free(NativeLibrary.Load("libtorch_cpu.so"));
            return Finding.Well(Path.GetFileName(MappedFiles.Find("libtorch_cpu.so")) ?? "loads");
        }
        catch (DllNotFoundException error)
        {
            return Finding.Failed(error.Message.Trim().Split('\n')[^1], Install);
        }
    }
}
