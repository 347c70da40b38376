using System.Net;
using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Process.Uploads;

/// <summary>
/// Sends one log: asks how much of it has arrived, sends the rest, and again until the station says that it is complete. A log's name carries
/// the beginning of its hash, so that a robot that began numbering anew sends no two of the same name.
/// </summary>
internal sealed class LogClient(HttpClient http, RobotId robot)
{
    private const string OffsetHeader = "Upload-Offset";
    private const string CompleteHeader = "Upload-Complete";
    private const int HashDigits = 8;

    /// <summary>Sends the log at <paramref name="path"/>.</summary>
    /// <exception cref="HttpRequestException">The network or the station failed: try again.</exception>
    /// <exception cref="IOException">As above, in the middle of an answer.</exception>
    public async Task<UploadOutcome> SendAsync(string path, CancellationToken cancellationToken)
    {
        var (hash, length) = await DescribeAsync(path, cancellationToken);
        var name = $"{Path.GetFileNameWithoutExtension(path)}-{hash[..HashDigits]}{Path.GetExtension(path)}";
        var address = new Uri($"logs/{robot}/{name}?sha256={hash}&bytes={length}", UriKind.Relative);
        using var question = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await http.SendAsync(question, cancellationToken);
        var (outcome, offset) = Read(answer, "");
        while (outcome is null)
        {
            var sentFrom = offset;
            (outcome, offset) = await PutAsync(address, path, offset, cancellationToken);
            if (outcome is null && offset == sentFrom)
            {
                throw new HttpRequestException($"nothing arrived from byte {offset} on");
            }
        }

        return outcome.Value;
    }

    private static async Task<(string Hash, long Length)> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), file.Length);
    }

    private async Task<(UploadOutcome? Outcome, long Offset)> PutAsync(Uri address, string path, long offset, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        file.Position = offset;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StreamContent(file) };
        request.Headers.Add(OffsetHeader, $"{offset}");
        using var response = await http.SendAsync(request, cancellationToken);
        return Read(response, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>What an answer says: settled, or where to go on.</summary>
    private static (UploadOutcome? Outcome, long Offset) Read(HttpResponseMessage response, string reason)
    {
        var status = response.StatusCode;
        if (response.Headers.TryGetValues(CompleteHeader, out var complete) && complete.Contains("true"))
        {
            return (UploadOutcome.Done, 0);
        }

        var hasOffset = long.TryParse(response.Headers.TryGetValues(OffsetHeader, out var values) ? values.First() : "", out var offset);
        if (hasOffset && (response.IsSuccessStatusCode || reason == "WrongOffset"))
        {
            return (null, offset);
        }

        // The station is busy with this log, found it damaged and dropped it, or is not well: another time.
        var retry = reason is "Busy" or "WrongHash" || (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
        return retry || response.IsSuccessStatusCode
            ? throw new HttpRequestException($"{(int)status} {reason}", null, status)
            : (UploadOutcome.Refused($"{(int)status} {reason}".TrimEnd()), 0);
    }
}
