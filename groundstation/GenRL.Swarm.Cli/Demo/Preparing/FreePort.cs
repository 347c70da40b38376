using System.Net;
using System.Net.Sockets;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
internal static class FreePort
{
    private const int Reach = 100;

    /// <summary>Any.</summary>
    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first from <paramref name="port"/> on.</summary>
    /// <exception cref="DemoException">None of the next hundred is free.</exception>
    public static int From(int port)
    {
        for (var candidate = port; candidate < port + Reach; candidate++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, candidate);
                listener.Start();
                return candidate;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }

        throw new DemoException($"no port from {port} to {port + Reach - 1} is free: 'ss -ltnp' shows who listens there");
    }
}
