using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.Teammates;

namespace GenRL.Swarm.Onboard.Tests.Teammates;

public sealed class IntentionReaderTests
{
    [Fact]
    public void SpreadClass_OfEveryClass_IsThatClass()
    {
        for (byte k = 0; k < 16; k++)
        {
            Assert.Equal(k, IntentionReader.SpreadClass(IntentionReader.Spread(k)));
        }

        Assert.Equal(0.02f, IntentionReader.Spread(0), 1e-6f);
        Assert.Equal(2f, IntentionReader.Spread(15), 1e-4f);
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(-1f, 0)]
    [InlineData(50f, 15)]
    [InlineData(float.PositiveInfinity, 15)]
    [InlineData(float.NaN, 15)]
    public void SpreadClass_OutOfRange_IsTheEdge(float deviation, byte expected) => Assert.Equal(expected, IntentionReader.SpreadClass(deviation));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(500)]
    [InlineData(-90)]
    public void MessageClock_AcrossTheTurnOfTheCounter_FindsTheSendTime(int milliseconds)
    {
        for (var at = 65_536L - 600; at < 65_536 + 600; at += 7)
        {
            var now = new Stamp(((65_536L * 1000) + at) * 1_000_000);
            var sent = now.Plus(-milliseconds / 1000.0);

            Assert.Equal(sent.Nanoseconds, MessageClock.FromWire(MessageClock.ToWire(sent), now).Nanoseconds, 1_000_000.0);
        }
    }
}
