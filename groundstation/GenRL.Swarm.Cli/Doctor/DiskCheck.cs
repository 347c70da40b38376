namespace GenRL.Swarm.Cli.Doctor;

/// <summary>Room for builds, logs and models on the disk that holds <paramref name="folder"/>.</summary>
internal sealed class DiskCheck(string folder) : IHealthCheck
{
    private const double BytesPerGigabyte = 1e9;
    private const double Comfortable = 5;
    private const double Needed = 1;
    private const string Mend = "remove old runs (runs/) or move the repository to a larger disk";

    public string Name => "disk";

    public Finding Run() => Judge(new DriveInfo(folder).AvailableFreeSpace / BytesPerGigabyte);

    /// <summary>The verdict on so many free gigabytes (10^9 bytes).</summary>
    internal static Finding Judge(double free)
    {
        var text = $"{free:F1} GB free";
        return free switch
        {
            >= Comfortable => Finding.Well(text),
            >= Needed => Finding.Doubtful(text, Mend),
            _ => Finding.Failed($"{text}; {Needed:F0} GB is needed", Mend),
        };
    }
}
