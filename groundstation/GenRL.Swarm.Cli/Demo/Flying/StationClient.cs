using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenRL.Swarm.Registry;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>The ground station's API for people and tools.</summary>
internal sealed class StationClient(string url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Whether it answers, and its bus is connected.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var health = JsonDocument.Parse(await _http.GetStringAsync("health", cancellationToken));
            return health.RootElement.GetProperty("bus_connected").GetBoolean();
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The tick logs that have arrived, their hashes checked.</summary>
    public Task<IReadOnlyList<LogRecord>> LogsAsync(CancellationToken cancellationToken) =>
        GetAsync("logs", RegistryJson.Default.IReadOnlyListLogRecord, cancellationToken);

    /// <summary>All releases, the last changed first.</summary>
    public Task<IReadOnlyList<ReleaseRecord>> ReleasesAsync(CancellationToken cancellationToken) =>
        GetAsync("releases", RegistryJson.Default.IReadOnlyListReleaseRecord, cancellationToken);

    /// <summary>All rollouts.</summary>
    public Task<IReadOnlyList<Rollout>> RolloutsAsync(CancellationToken cancellationToken) =>
        GetAsync("rollouts", RegistryJson.Default.IReadOnlyListRollout, cancellationToken);

    /// <summary>All verdicts of the gate.</summary>
    public Task<IReadOnlyList<GateReport>> GateReportsAsync(CancellationToken cancellationToken) =>
        GetAsync("gate-reports", RegistryJson.Default.IReadOnlyListGateReport, cancellationToken);

    /// <summary>What the station noted lately, newest first.</summary>
    public Task<IReadOnlyList<StationNote>> NotesAsync(CancellationToken cancellationToken) => AskAsync<IReadOnlyList<StationNote>>(
        "fleet",
        async () =>
        {
            using var fleet = JsonDocument.Parse(await _http.GetStringAsync("fleet", cancellationToken));
            return [.. fleet.RootElement.GetProperty("events").EnumerateArray().Select(e => new StationNote(
                e.GetProperty("time").GetDateTimeOffset(), e.GetProperty("level").GetString() ?? "", e.GetProperty("text").GetString() ?? ""))];
        },
        cancellationToken);

    /// <summary>Asks it to learn from the logs that it has.</summary>
    public Task LearnAsync(CancellationToken cancellationToken) => AskAsync(
        "learning",
        async () =>
        {
            using var answer = await _http.PostAsync("learning", content: null, cancellationToken);
            return answer.EnsureSuccessStatusCode().StatusCode;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => AskAsync(
            path,
            async () => await _http.GetFromJsonAsync(path, type, cancellationToken) ?? throw new DemoException($"the ground station answered nothing to /{path}"),
            cancellationToken);

    private static async Task<T> AskAsync<T>(string path, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoException($"the ground station did not answer to /{path} in time");
        }
    }
}

/// <summary>One line of the station's event list.</summary>
/// <param name="Time">When.</param>
/// <param name="Level"><c>info</c>, <c>good</c> or <c>bad</c>.</param>
/// <param name="Text">What.</param>
internal sealed record StationNote(DateTimeOffset Time, string Level, string Text);
