using System.Diagnostics;
using System.Globalization;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>Marks every process that is started from now on, directly or by others, with a word in its environment: so that none is overlooked at the end.</summary>
internal sealed class ProcessMark : IDisposable
{
    private const string Name = "SWARM_STARTED_BY_TEST";

    private readonly string _word = Guid.NewGuid().ToString("N");

    public ProcessMark() => Environment.SetEnvironmentVariable(Name, _word);

    /// <summary>The marked processes that still run, with their command lines.</summary>
    public IReadOnlyList<string> Running()
    {
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains($"{Name}={_word}", StringComparison.Ordinal))
                {
                    found.Add($"{Path.GetFileName(folder)}: {File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ')}");
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is not ours.
            }
        }

        return found;
    }

    /// <summary>Ends what a failed test left running.</summary>
    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Name, null);
        foreach (var running in Running())
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(running[..running.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
                process.Kill();
            }
            catch (ArgumentException)
            {
                // It has ended meanwhile.
            }
        }
    }
}
