using System.Runtime.InteropServices;
using GenRL.Swarm.Models.Runtime;

namespace Microsoft.ML.OnnxRuntime.Tests;

/// <summary>ONNX Runtime 1.29 and later send telemetry by default on Linux, and keep a database for it in the home folder.</summary>
public sealed partial class TelemetryTests
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    [Fact]
    public void Load_NativeCode_SeesTelemetryOff()
    {
        OnnxRuntimeLibrary.Load();
        using var run = new BoundRun(Golden.Model("mlp"), rows: 1);
        run.Run();

        Assert.Equal("1", Marshal.PtrToStringUTF8(GetNativeEnvironment(Switch)));
    }

    [Fact]
    public async Task Load_FreshHomeAndNoSwitchInTheEnvironment_LeavesNoTelemetryFolder()
    {
        var home = Directory.CreateTempSubdirectory("swarm-home-");
        try
        {
            string[] arguments = [typeof(TelemetryTests).Assembly.Location, "-method", $"*.{nameof(Load_NativeCode_SeesTelemetryOff)}"];

            var (exitCode, output) = await ChildProcess.RunDotnetAsync(
                arguments,
                environment =>
                {
                    environment.Remove(Switch);
                    environment["HOME"] = home.FullName;
                },
                TestContext.Current.CancellationToken);

            Assert.True(exitCode == 0 && output.Contains("Total: 1", StringComparison.Ordinal), output);
            Assert.DoesNotContain(
                home.EnumerateFileSystemInfos("*", SearchOption.AllDirectories),
                static entry => entry.Name is "DeveloperTools" or ".onnxruntime" or "onnxruntime.db");
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public void Library_AsFetched_CarriesNoTelemetry()
    {
        OnnxRuntimeLibrary.Load();

        Assert.Equal(-1, File.ReadAllBytes(OnnxRuntimeLibrary.LoadedPath!).AsSpan().IndexOf("ORT_DISABLE_TELEMETRY"u8));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNativeEnvironment(string name);
}
