using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process.Tests.Uploads;

/// <summary>The station's side of uploads and downloads, on a real socket; cuts connections on demand, and survives its own restart.</summary>
internal sealed class StubStation : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, MemoryStream> _arrived = new(StringComparer.Ordinal);
    private WebApplication _app = null!;
    private int _port;

    /// <summary>Complete logs by name.</summary>
    public ConcurrentDictionary<string, byte[]> Logs { get; } = new(StringComparer.Ordinal);

    /// <summary>What is handed out, by path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Offsets of the parts sent, in order.</summary>
    public ConcurrentQueue<long> Offsets { get; } = new();

    /// <summary>Cuts the connection after so many bytes of each of the next connections' bodies.</summary>
    public ConcurrentQueue<int> CutAfter { get; } = new();

    /// <summary>Refuses every log for good.</summary>
    public bool RefuseLogs { get; set; }

    /// <summary>Requests for files.</summary>
    public int Requests { get; private set; }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public static async Task<StubStation> StartAsync()
    {
        var station = new StubStation();
        await station.RestartAsync();
        return station;
    }

    public async Task RestartAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, _port));
        _app = builder.Build();
        _app.MapMethods("/logs/{robot}/{name}", ["HEAD"], (string name, HttpContext http) => Answer(http, name));
        _app.MapPut("/logs/{robot}/{name}", PutAsync);
        _app.MapGet("/{**path}", (string path, HttpContext http) => GetAsync(path, http));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _port = new Uri(_app.Urls.First()).Port;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PutAsync(string name, HttpContext http)
    {
        if (RefuseLogs)
        {
            http.Response.StatusCode = 413;
            await http.Response.WriteAsync("TooLarge");
            return;
        }

        var part = _arrived.GetOrAdd(name, _ => new MemoryStream());
        var offset = long.Parse(http.Request.Headers["Upload-Offset"]!);
        if (offset != part.Length)
        {
            http.Response.StatusCode = 409;
            http.Response.Headers["Upload-Offset"] = $"{part.Length}";
            await http.Response.WriteAsync("WrongOffset");
            return;
        }

        Offsets.Enqueue(offset);
        var left = CutAfter.TryDequeue(out var bytes) ? bytes : int.MaxValue;
        var buffer = new byte[4096];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)))) > 0)
        {
            part.Write(buffer, 0, read);
            left -= read;
            if (left == 0)
            {
                http.Abort();
                return;
            }
        }

        if (part.Length == long.Parse(http.Request.Query["bytes"]!))
        {
            Logs[name] = part.ToArray();
        }

        Answer(http, name);
    }

    private void Answer(HttpContext http, string name)
    {
        http.Response.Headers["Upload-Offset"] = $"{(_arrived.TryGetValue(name, out var part) ? part.Length : 0)}";
        http.Response.Headers["Upload-Complete"] = Logs.ContainsKey(name) ? "true" : "false";
    }

    private async Task GetAsync(string path, HttpContext http)
    {
        Requests++;
        if (!Files.TryGetValue(path, out var content))
        {
            http.Response.StatusCode = 404;
            return;
        }

        var from = (int)(http.Request.GetTypedHeaders().Range?.Ranges.First().From ?? 0);
        if (from > 0)
        {
            http.Response.StatusCode = 206;
            http.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        http.Response.ContentLength = content.Length - from;
        if (CutAfter.TryDequeue(out var bytes))
        {
            await http.Response.Body.WriteAsync(content.AsMemory(from, Math.Min(bytes, content.Length - from)));
            await http.Response.Body.FlushAsync();
            http.Abort();
            return;
        }

        await http.Response.Body.WriteAsync(content.AsMemory(from));
    }
}
