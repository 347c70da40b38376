using GenRL.Swarm.Agent.Intentions;

namespace GenRL.Swarm.Agent.Tests.Intentions;

public sealed class FiniteScalarsTests
{
    [Fact]
    public void Index_OfTheValuesOfEveryToken_IsThatToken()
    {
        var values = new float[FiniteScalars.Size];
        var seen = new HashSet<string>();
        for (ushort token = 0; token < 1000; token++)
        {
            FiniteScalars.Values(token, values);

            Assert.Equal(token, FiniteScalars.Index(values));
            Assert.All(values, value => Assert.InRange(value, -1f, 1f));
            Assert.True(seen.Add(string.Join(' ', values)), $"token {token} stands for what another one stands for");
        }
    }

    [Fact]
    public void Index_OfAKnownPoint_FollowsTheFormula()
    {
        // Sum of (z_i floor(L_i / 2) + floor(L_i / 2)) times the product of the levels before: (-1 + 4) + (2 + 2) 8 + (0 + 2) 40 + (1 + 2) 200.
        Assert.Equal(3 + 32 + 80 + 600, FiniteScalars.Index([-0.25f, 1f, 0f, 0.5f]));
    }

    [Theory]
    [InlineData(9f, 999)]
    [InlineData(-9f, 0)]
    public void Index_BeyondTheGrid_IsItsEdge(float value, int token) =>
        Assert.Equal(token, FiniteScalars.Index([value, value, value, value]));
}
