using System.Diagnostics;
using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Models.Tests.Runtime;

public sealed class OnnxRuntimeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swarm-ort-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_MissingFile_NamesItAndTheCommand()
    {
        var path = Path.Combine(_folder.FullName, "libonnxruntime.so");

        AssertRefused(path, path, "is missing", "./swarm setup", "hardware configuration");
    }

    [Fact]
    public void Open_NotALibrary_SaysThatItDoesNotLoad()
    {
        var path = Path.Combine(_folder.FullName, "text.so");
        File.WriteAllText(path, "not a library");

        AssertRefused(path, path, "does not load");
    }

    [Fact]
    public void Open_OtherLibrary_IsRefused()
    {
        AssertRefused(Compile("other", "int answer(void) { return 42; }"), "is another library");
    }

    [Theory]
    [InlineData("1.24.4")]
    [InlineData("nightly")]
    public void Open_VersionTooOld_NamesItAndTheOldestThatFits(string version)
    {
        AssertRefused(Compile(version, Source(version)), $"has version {version}", "1.25 or later");
    }

    [Theory]
    [InlineData("1.25.0")]
    [InlineData("1.28.2")]
    [InlineData("2.0")]
    public void Open_VersionThatFits_IsTaken(string version)
    {
        var (handle, found) = OnnxRuntimeFile.Open(Compile(version, Source(version)));

        Assert.NotEqual(0, handle);
        Assert.Equal(Version.Parse(version), found);
    }

    [Fact]
    public void Locate_RelativePath_StartsAtTheProgram()
    {
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "jetson/libonnxruntime.so"), OnnxRuntimeFile.Locate("jetson/libonnxruntime.so"));
        Assert.Equal("/opt/ort/libonnxruntime.so", OnnxRuntimeFile.Locate("/opt/ort/libonnxruntime.so"));
        Assert.True(File.Exists(OnnxRuntimeFile.Locate(null)));
    }

    private static void AssertRefused(string path, params string[] parts)
    {
        var error = Assert.Throws<DllNotFoundException>(() => OnnxRuntimeFile.Open(path));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', error.Message);
    }

    // The beginning of ONNX Runtime's C API: enough of a library to have a version.
    private static string Source(string version) => $$"""
        struct Base { const void* (*api)(unsigned); const char* (*version)(void); };
        static const void* api(unsigned v) { return 0; }
        static const char* version(void) { return "{{version}}"; }
        const struct Base* OrtGetApiBase(void) { static const struct Base base = { api, version }; return &base; }
        """;

    private string Compile(string name, string source)
    {
        var path = Path.Combine(_folder.FullName, $"{name}.so");
        var file = Path.Combine(_folder.FullName, $"{name}.c");
        File.WriteAllText(file, source);
        using var compiler = Process.Start("gcc", ["-shared", "-fPIC", "-o", path, file]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return path;
    }
}
