using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

namespace GenRL.Swarm.Sim.Parity.JaxRobotarium;

/// <summary>New requests as the recorded program drew them. Only what the rules say was drawn is taken, and only if it could be drawn.</summary>
internal sealed class RecordedRequests(Comparison comparison) : IRequestSource
{
    private double[] _recorded = [];

    /// <summary>Reads the requests after the coming step.</summary>
    public void Read(JsonElement state) => _recorded = GoldenValues.Flatten(GoldenValues.Member(state, "request"), "request");

    /// <inheritdoc/>
    public void Fill(Span<double> requests, int shelves)
    {
        for (var i = 0; i < requests.Length && i < _recorded.Length; i++)
        {
            var drawn = _recorded[i];
            if (requests[i] < 0d && drawn >= 0d && drawn < shelves && drawn == Math.Floor(drawn) && !requests.Contains(drawn))
            {
                requests[i] = drawn;
                comparison.Inject(1);
            }
        }
    }
}
