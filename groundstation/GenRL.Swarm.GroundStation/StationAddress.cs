using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GenRL.Swarm.GroundStation;

/// <summary>Where robots find the station.</summary>
public sealed class StationAddress(IServer server, StationOptions options)
{
    /// <summary>The address to tell robots, ending in a slash; null until the server listens.</summary>
    public string? BaseUrl
    {
        get
        {
            if (options.PublicUrl is { } told)
            {
                return told;
            }

            var scheme = options.Tls is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
            var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => a.StartsWith(scheme + ":", StringComparison.Ordinal));
            return bound is null || bound.EndsWith(":0", StringComparison.Ordinal) ? null : bound.TrimEnd('/') + "/";
        }
    }
}
