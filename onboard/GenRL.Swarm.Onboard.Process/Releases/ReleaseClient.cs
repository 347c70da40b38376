using System.Net;
using System.Net.Http.Headers;
using GenRL.Swarm.Contracts.Models;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>Gets the pieces of a release from the ground station: no more bytes than a piece may have, and of a piece begun only the rest.</summary>
internal sealed class ReleaseClient(HttpClient http)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>A small piece, whole.</summary>
    /// <exception cref="ReleaseRefusedException">The station has not got it, or it is too large.</exception>
    /// <exception cref="HttpRequestException">The network or the station failed: try again.</exception>
    public async Task<byte[]> GetAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Require(response, address);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[maxBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= maxBytes ? buffer[..length] : throw new ReleaseRefusedException($"TooLarge: {address.Segments[^1]}");
    }

    /// <summary>Continues <paramref name="part"/> until it has the length that the manifest says.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task ContinueAsync(Uri address, BundleFile file, string part, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0);
        if (target.Length > file.Bytes)
        {
            target.SetLength(0);
        }

        if (target.Length == file.Bytes)
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(target.Length, null);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Require(response, address);
        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == target.Length;
        target.Position = continues ? target.Length : 0;
        target.SetLength(target.Position);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await CopyAsync(body, target, file, cancellationToken);
    }

    private static async Task CopyAsync(Stream body, FileStream target, BundleFile file, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (target.Position + read > file.Bytes)
            {
                throw new ReleaseRefusedException($"TooLarge: {file.Name}");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (target.Position < file.Bytes)
        {
            throw new HttpRequestException($"{file.Name} ended after {target.Position} of {file.Bytes} bytes");
        }
    }

    private static void Require(HttpResponseMessage response, Uri address)
    {
        if ((int)response.StatusCode is >= 400 and < 500)
        {
            throw new ReleaseRefusedException($"{(int)response.StatusCode}: {address.Segments[^1]}");
        }

        response.EnsureSuccessStatusCode();
    }
}
