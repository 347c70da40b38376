using GenRL.Swarm.Onboard.Process.Station;
using GenRL.Swarm.TickLog.Writing;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process.Uploads;

/// <summary>
/// Sends finished logs to the ground station, oldest first, and deletes each once the station has confirmed it. What is still to be sent is what lies
/// in the folder: a restart of robot or station changes nothing. A log that the station refuses for good moves to <c>refused/</c>.
/// </summary>
internal sealed class LogUploader(string folder, LogClient client, TimeProvider time, ILogger<LogUploader> log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Sends what is there and what comes, until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            await SendFinishedAsync(stop);
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>Sends what is there, trying again as often as it takes.</summary>
    public async Task SendFinishedAsync(CancellationToken stop)
    {
        foreach (var path in TickLogFolder.Finished(folder))
        {
            var retries = Retries.Make(time, error => log.UploadFailed(Path.GetFileName(path), error.Message));
            var outcome = await retries.ExecuteAsync(async token => await client.SendAsync(path, token), stop);
            Settle(path, outcome);
        }
    }

    private void Settle(string path, UploadOutcome outcome)
    {
        var name = Path.GetFileName(path);
        if (outcome.Complete)
        {
            File.Delete(path);
            log.Uploaded(name);
            return;
        }

        var refused = Directory.CreateDirectory(Path.Combine(folder, "refused"));
        File.Move(path, Path.Combine(refused.FullName, name), overwrite: true);
        log.UploadRefused(name, outcome.Reason);
    }
}
