namespace GenRL.Swarm.Messaging;

/// <summary>A topic prepared for publishing by <see cref="ISwarmBus.Topic"/>.</summary>
public sealed class BusTopic
{
    internal BusTopic(string name, byte[] utf8)
    {
        Name = name;
        Utf8 = utf8;
    }

    /// <summary>The topic's name.</summary>
    public string Name { get; }

    /// <summary>The name in UTF-8 with a terminating zero.</summary>
    internal byte[] Utf8 { get; }
}
