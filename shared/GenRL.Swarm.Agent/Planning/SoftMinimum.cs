namespace GenRL.Swarm.Agent.Planning;

/// <summary>Turns costs into weights: w_k proportional to exp(-(J_k - min J) / temperature). MPPI's information-theoretic average (Williams et al. 2017).</summary>
public static class SoftMinimum
{
    /// <summary>Writes the weights of <paramref name="costs"/>, [K], which sum to 1, into <paramref name="weights"/>.</summary>
    /// <returns>The index of the smallest cost, or -1 when a cost is not a number or -infinity, which no cost is, or none is finite; the weights are then zero.</returns>
    public static int Weights(ReadOnlySpan<float> costs, float temperature, Span<float> weights)
    {
        weights[..costs.Length].Clear();
        var best = -1;
        for (var k = 0; k < costs.Length; k++)
        {
            if (float.IsNaN(costs[k]) || float.IsNegativeInfinity(costs[k]))
            {
                return -1;
            }

            if (float.IsFinite(costs[k]) && (best < 0 || costs[k] < costs[best]))
            {
                best = k;
            }
        }

        if (best < 0)
        {
            return -1;
        }

        var sum = 0f;
        for (var k = 0; k < costs.Length; k++)
        {
            weights[k] = MathF.Exp(-(costs[k] - costs[best]) / temperature);
            sum += weights[k];
        }

        for (var k = 0; k < costs.Length; k++)
        {
            weights[k] /= sum;
        }

        return best;
    }
}
