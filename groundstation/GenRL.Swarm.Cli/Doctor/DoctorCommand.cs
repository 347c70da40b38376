using System.CommandLine;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary><c>swarm doctor</c>: one line per check, how to mend what is not well, exit code 1 where something has failed.</summary>
internal static class DoctorCommand
{
    private static readonly IHealthCheck[] _checks =
    [
        new DotNetCheck(),
        new LibTorchCheck(),
        new BlasCheck(),
        new OnnxRuntimeCheck(),
        new MqttClientCheck(),
        new MqttBrokerCheck(),
        new PortCheck("dashboard port", 8080),
        new PortCheck("broker port", 1883),
        new ClockCheck(),
        new DiskCheck(AppContext.BaseDirectory),
    ];

    public static Command Create()
    {
        var command = new Command("doctor", "Checks this machine and says how to mend it.");
        command.SetAction(static result => Run(_checks, result.InvocationConfiguration.Output));
        return command;
    }

    internal static int Run(IReadOnlyList<IHealthCheck> checks, TextWriter output)
    {
        var failed = false;
        foreach (var check in checks)
        {
            var finding = check.Run();
            failed |= finding.Health == Health.Failed;
            // The launcher's own lines (eng/console.sh) have the same columns.
            output.WriteLine($"{Label(finding.Health),-5} {check.Name,-16} {finding.Text}");
            if (finding.Mend is not null)
            {
                output.WriteLine($"{"",-5} {"",-16} mend: {finding.Mend}");
            }
        }

        return failed ? 1 : 0;
    }

    private static string Label(Health health) => health switch
    {
        Health.Well => "ok",
        Health.Doubtful => "warn",
        _ => "FAIL",
    };
}
