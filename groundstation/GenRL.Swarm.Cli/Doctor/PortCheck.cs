using System.Net;
using System.Net.Sockets;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>A port of this machine that the demo likes to use; where it is taken, the next free one serves.</summary>
internal sealed class PortCheck(string name, int port) : IHealthCheck
{
    private const int Reach = 100;

    public string Name => name;

    public Finding Run()
    {
        var last = Math.Min(port + Reach, IPEndPoint.MaxPort);
        for (var candidate = port; candidate <= last; candidate++)
        {
            if (IsFree(candidate))
            {
                return candidate == port
                    ? Finding.Well($"{port} is free")
                    : Finding.Well($"{port} is taken; {candidate} is free and would be used");
            }
        }

        return Finding.Failed($"no port from {port} to {last} is free", $"ss -ltnp shows who listens there");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
