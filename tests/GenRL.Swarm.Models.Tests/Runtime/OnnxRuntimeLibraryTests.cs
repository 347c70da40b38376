using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Models.Tests.Runtime;

public sealed class OnnxRuntimeLibraryTests
{
    public OnnxRuntimeLibraryTests() => OnnxRuntimeLibrary.Load();

    [Fact]
    public void Load_Default_TakesTheFileBesideTheProgram()
    {
        OnnxRuntimeLibrary.Load();

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "libonnxruntime.so"), OnnxRuntimeLibrary.LoadedPath);
        Assert.Equal(new Version(1, 28, 2), OnnxRuntimeLibrary.Version);
    }

    [Fact]
    public void Load_SecondFile_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => OnnxRuntimeLibrary.Load("/opt/ort/libonnxruntime.so"));

        Assert.Contains("/opt/ort/libonnxruntime.so", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateSessionOptions_Accelerators_FallThroughToCpuWithTheReason()
    {
        using var options = OnnxRuntimeLibrary.CreateSessionOptions(["tensorrt", "cuda", "cpu"], out var passedOver);

        Assert.Equal(["tensorrt: this build of ONNX Runtime lacks it", "cuda: this build of ONNX Runtime lacks it"], passedOver);
        Assert.Equal(1, options.IntraOpNumThreads);
        Assert.Equal(1, options.InterOpNumThreads);
    }

    [Fact]
    public void CreateSessionOptions_NothingAvailable_NamesEveryReason()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => OnnxRuntimeLibrary.CreateSessionOptions(["tensorrt", "cuda"], out _));

        Assert.Contains("tensorrt:", error.Message, StringComparison.Ordinal);
        Assert.Contains("cuda:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateSessionOptions_UnknownName_ListsTheKnown()
    {
        var error = Assert.Throws<ArgumentException>(static () => OnnxRuntimeLibrary.CreateSessionOptions(["gpu"], out _));

        Assert.Contains("'gpu'; known are tensorrt, cuda and cpu", error.Message, StringComparison.Ordinal);
    }
}
