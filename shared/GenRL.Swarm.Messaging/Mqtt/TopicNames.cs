using System.Text;

namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>Turns topics as bytes into strings, one string per topic, so that receiving allocates nothing. Bounded: forgets everything when full. Not thread-safe.</summary>
internal sealed class TopicNames
{
    private const int Capacity = 4096;
    private const int ShortTopic = 256;
    private readonly Dictionary<string, string> _known = [];

    /// <summary>The string of <paramref name="utf8"/>.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ShortTopic)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> buffer = stackalloc char[ShortTopic];
        ReadOnlySpan<char> text = buffer[..Encoding.UTF8.GetChars(utf8, buffer)];
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var name))
        {
            return name;
        }

        if (_known.Count == Capacity)
        {
            _known.Clear();
        }

        name = text.ToString();
        _known.Add(name, name);
        return name;
    }
}
