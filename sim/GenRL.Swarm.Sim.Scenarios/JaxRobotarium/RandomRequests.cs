using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Requests drawn uniformly among the shelves that are not requested.</summary>
internal sealed class RandomRequests : IRequestSource
{
    private RandomStream? _random;

    /// <summary>Draws from <paramref name="random"/> from now on.</summary>
    public void Restart(RandomStream random) => _random = random;

    /// <inheritdoc/>
    public void Fill(Span<double> requests, int shelves)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            if (requests[i] < 0d)
            {
                requests[i] = Draw(requests, shelves);
            }
        }
    }

    private double Draw(ReadOnlySpan<double> requests, int shelves)
    {
        var free = 0;
        for (var shelf = 0; shelf < shelves; shelf++)
        {
            free += requests.Contains(shelf) ? 0 : 1;
        }

        var left = _random!.NextInt32(free);
        var drawn = 0;
        while (requests.Contains(drawn) || left-- > 0)
        {
            drawn++;
        }

        return drawn;
    }
}
