using System.Net;
using System.Net.Sockets;
using GenRL.Swarm.Cli.Doctor;

namespace GenRL.Swarm.Cli.Tests.Doctor;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3", 9, nameof(Health.Well))]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3", 90, nameof(Health.Doubtful))]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", 9, nameof(Health.Failed))]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", 66, nameof(Health.Failed))]
    public void Blas_Judge_FailsLoudlyOnWhatSlowsTraining(string file, double milliseconds, string expected)
    {
        var finding = BlasCheck.Judge(file, TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(expected, finding.Health.ToString());
        Assert.Contains(file, finding.Text, StringComparison.Ordinal);
        Assert.Equal(expected == nameof(Health.Failed), finding.Mend?.Contains("libopenblas0-openmp", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Blas_Run_NamesTheFileAndTheTime()
    {
        Assert.Matches(@"^/.*libblas\.so\.3.*: 512 x 512 x 512 in [0-9]+\.[0-9] ms", new BlasCheck().Run().Text);
    }

    [Fact]
    public void Port_Taken_NamesTheOneThatWouldBeUsed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var finding = new PortCheck("test", port).Run();

        Assert.Equal(Health.Well, finding.Health);
        Assert.Matches($"^{port} is taken; [0-9]+ is free and would be used$", finding.Text);
    }

    [Theory]
    [InlineData(80, nameof(Health.Well))]
    [InlineData(4.9, nameof(Health.Doubtful))]
    [InlineData(0.9, nameof(Health.Failed))]
    public void Disk_Judge_FollowsTheFreeSpace(double gigabytes, string expected)
    {
        Assert.Equal(expected, DiskCheck.Judge(gigabytes).Health.ToString());
    }

    [Theory]
    [InlineData(0x0000, nameof(Health.Well))]
    [InlineData(0x2001, nameof(Health.Well))]
    [InlineData(0x0040, nameof(Health.Doubtful))]
    [InlineData(0x2041, nameof(Health.Doubtful))]
    public void Clock_Judge_ReadsTheKernelsStatus(int status, string expected)
    {
        var timex = new byte[208];
        BitConverter.TryWriteBytes(timex.AsSpan(40), status);

        Assert.Equal(expected, ClockCheck.Judge(timex).Health.ToString());
    }

    [Fact]
    public void OnnxRuntime_Run_FindsTheLibraryBesideTheProgram()
    {
        Assert.Matches(@"^[0-9.]+, telemetry off$", new OnnxRuntimeCheck().Run().Text);
    }

    [Fact]
    public void MqttClient_Run_ReadsTheVersion()
    {
        Assert.Matches(@"^libmosquitto [1-9]\.[0-9]+\.[0-9]+$", new MqttClientCheck().Run().Text);
    }
}
