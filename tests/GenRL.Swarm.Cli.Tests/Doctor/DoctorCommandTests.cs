using GenRL.Swarm.Cli.Doctor;

namespace GenRL.Swarm.Cli.Tests.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public void Run_AllWellOrDoubtful_SaysSoAndSucceeds()
    {
        using var output = new StringWriter();

        var exitCode = DoctorCommand.Run([new Fixed(Finding.Well("fine")), new Fixed(Finding.Doubtful("so-so", "try again"))], output);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            """
            ok    fixed            fine
            warn  fixed            so-so
                                   mend: try again

            """,
            output.ToString());
    }

    [Fact]
    public void Run_OneFailed_LooksAtTheOthersTooAndFails()
    {
        using var output = new StringWriter();

        var exitCode = DoctorCommand.Run([new Fixed(Finding.Failed("gone", "bring it back")), new Fixed(Finding.Well("fine"))], output);

        Assert.Equal(1, exitCode);
        Assert.Contains("FAIL  fixed            gone", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok    fixed            fine", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ThroughTheRootCommand_RunsEveryCheck()
    {
        using var output = new StringWriter();

        await SwarmCommand.Create().Parse(["doctor"]).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);

        string[] names = [".NET runtime", "libtorch", "BLAS", "ONNX Runtime", "MQTT client", "MQTT broker", "dashboard port", "broker port", "clock", "disk"];
        Assert.All(names, name => Assert.Contains($" {name} ", output.ToString(), StringComparison.Ordinal));
    }

    private sealed class Fixed(Finding finding) : IHealthCheck
    {
        public string Name => "fixed";

        public Finding Run() => finding;
    }
}
