using System.Text;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests.Mqtt;

public sealed class TopicNamesTests
{
    [Fact]
    public void A_known_topic_is_the_same_string_and_costs_nothing()
    {
        var names = new TopicNames();
        var first = names.Of("swarm/demo/r1/intent"u8);
        _ = names.Of("other"u8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = names.Of("swarm/demo/r1/intent"u8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(first, second);
        Assert.Equal("swarm/demo/r1/intent", second);
    }

    [Fact]
    public void Long_and_many_topics_are_right_all_the_same()
    {
        var names = new TopicNames();
        var text = new string('x', 300);
        Assert.Equal(text, names.Of(Encoding.UTF8.GetBytes(text)));
        for (var i = 0; i < 5000; i++)
        {
            Assert.Equal($"t/{i}", names.Of(Encoding.UTF8.GetBytes($"t/{i}")));
        }
    }
}
