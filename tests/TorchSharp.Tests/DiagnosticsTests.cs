using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class DiagnosticsTests
{
    [Fact]
    public void Doctor_SeesVersionBlasAndSpeed()
    {
        set_num_threads(1);

        Assert.Matches(@"^\d+\.\d+", TorchDiagnostics.LibtorchVersion);
        Assert.Equal(1, get_num_threads());
        Assert.NotEmpty(TorchDiagnostics.BlasLibraries());
        Assert.All(TorchDiagnostics.BlasLibraries(), path => Assert.StartsWith("/", path, StringComparison.Ordinal));
        var gflops = TorchDiagnostics.MatmulGflops();
        TestContext.Current.TestOutputHelper?.WriteLine($"{gflops:F1} GFLOP/s with {string.Join(", ", TorchDiagnostics.BlasLibraries())}");
        Assert.True(gflops > 0);
    }
}
