using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GenRL.Swarm.GroundStation.Tests;

/// <summary>A log to send, and the ways to send it.</summary>
internal sealed class Upload(HttpClient http, string robot, string name, byte[] content)
{
    public string Sha256 { get; init; } = Convert.ToHexStringLower(SHA256.HashData(content));

    public long Announced { get; init; } = content.Length;

    private string Address => $"/logs/{robot}/{name}?sha256={Sha256}&bytes={Announced}";

    public static byte[] Content(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public Task<HttpResponseMessage> PutAsync(int from = 0, int? to = null)
    {
        var part = new ByteArrayContent(content, from, (to ?? content.Length) - from);
        part.Headers.Add("Upload-Offset", $"{from}");
        return http.PutAsync(Address, part);
    }

    public Task<HttpResponseMessage> AskAsync() => http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address));

    public async Task<long> OffsetAsync()
    {
        using var answer = await AskAsync();
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single());
    }

    /// <summary>Sends the whole, but the connection breaks when some bytes of it have arrived.</summary>
    public async Task CutAsync(int after)
    {
        using (var socket = new TcpClient { LingerState = new LingerOption(enable: true, 0) })
        {
            await socket.ConnectAsync(IPAddress.Loopback, http.BaseAddress!.Port);
            var head = $"PUT {Address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {content.Length}\r\nUpload-Offset: 0\r\n\r\n";
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(content.AsMemory(0, after));
            while (await OffsetAsync() < after)
            {
            }
        }
    }

    /// <summary>Goes on, as soon as the station has noticed that the other connection is gone.</summary>
    public async Task<HttpResponseMessage> GoOnAsync(int from)
    {
        for (; ; )
        {
            var answer = await PutAsync(from);
            if (answer.StatusCode != HttpStatusCode.Conflict || await answer.Content.ReadAsStringAsync() != "Busy")
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
