namespace GenRL.Swarm.Messaging.Tests;

public sealed class TopicNameTests
{
    [Theory]
    [InlineData("a/b/c", "a/b/c", true)]
    [InlineData("a/b/c", "a/b", false)]
    [InlineData("a/b", "a/b/c", false)]
    [InlineData("a/+/c", "a/b/c", true)]
    [InlineData("a/+/c", "a//c", true)]
    [InlineData("a/+", "a/b/c", false)]
    [InlineData("a/+", "a", false)]
    [InlineData("+/+", "/a", true)]
    [InlineData("+", "/a", false)]
    [InlineData("a/#", "a/b/c", true)]
    [InlineData("a/#", "a", true)]
    [InlineData("a/#", "ab", false)]
    [InlineData("#", "a/b", true)]
    [InlineData("#", "$SYS/a", false)]
    [InlineData("$SYS/#", "$SYS/a", true)]
    [InlineData("a/b", "a/bc", false)]
    public void Matches_follows_the_standard(string filter, string topic, bool expected) =>
        Assert.Equal(expected, TopicName.Matches(filter, topic));

    [Theory]
    [InlineData("")]
    [InlineData("a/+/b")]
    [InlineData("a/#")]
    [InlineData("a\0b")]
    public void A_malformed_topic_is_refused(string name) => Assert.ThrowsAny<ArgumentException>(() => TopicName.Encode(name));

    [Theory]
    [InlineData("")]
    [InlineData("a+/b")]
    [InlineData("a/#/b")]
    [InlineData("a#")]
    [InlineData("#a")]
    [InlineData("a\0")]
    public void A_malformed_filter_is_refused(string filter) => Assert.ThrowsAny<ArgumentException>(() => TopicName.RequireFilter(filter));

    [Fact]
    public void A_lone_surrogate_is_refused() => Assert.ThrowsAny<ArgumentException>(() => TopicName.Encode("a" + (char)0xD800));

    [Fact]
    public void A_topic_ends_in_a_zero() => Assert.Equal("a/b\0"u8.ToArray(), TopicName.Encode("a/b"));
}
