using System.Text;

namespace GenRL.Swarm.Messaging;

/// <summary>The rules of MQTT 5.0, section 4.7, for topic names and filters.</summary>
internal static class TopicName
{
    private const int MaxBytes = ushort.MaxValue;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a topic name, with a terminating zero.</summary>
    /// <exception cref="ArgumentException">Empty, too long, not Unicode, or holds a wildcard or a zero.</exception>
    public static byte[] Encode(string name)
    {
        var bytes = RequireText(name, nameof(name));
        if (name.AsSpan().ContainsAny('+', '#'))
        {
            throw new ArgumentException($"topic '{name}' holds a wildcard: those are for filters", nameof(name));
        }

        return bytes;
    }

    /// <summary>Checks a filter: + stands for one whole level, # for the rest and only at the end.</summary>
    /// <exception cref="ArgumentException">It breaks a rule.</exception>
    public static void RequireFilter(string filter)
    {
        _ = RequireText(filter, nameof(filter));
        for (var i = 0; i < filter.Length; i++)
        {
            var alone = (i == 0 || filter[i - 1] == '/') && (i == filter.Length - 1 || filter[i + 1] == '/');
            if ((filter[i] == '+' && !alone) || (filter[i] == '#' && (!alone || i != filter.Length - 1)))
            {
                throw new ArgumentException($"filter '{filter}': + stands for a whole level, # for the rest at the end", nameof(filter));
            }
        }
    }

    /// <summary>Whether <paramref name="topic"/> matches <paramref name="filter"/>; a wildcard at the start does not match topics that begin with $.</summary>
    public static bool Matches(string filter, string topic)
    {
        if (topic.StartsWith('$') && !filter.StartsWith('$'))
        {
            return false;
        }

        ReadOnlySpan<char> f = filter, t = topic;
        while (true)
        {
            var wanted = Level(ref f, out var filterEnds);
            if (wanted is "#")
            {
                return true;
            }

            var actual = Level(ref t, out var topicEnds);
            if (wanted is not "+" && !wanted.SequenceEqual(actual))
            {
                return false;
            }

            if (filterEnds || topicEnds)
            {
                // "a/#" matches "a" as well.
                return (filterEnds && topicEnds) || (topicEnds && f is "#");
            }
        }
    }

    private static ReadOnlySpan<char> Level(ref ReadOnlySpan<char> rest, out bool isLast)
    {
        var slash = rest.IndexOf('/');
        isLast = slash < 0;
        var level = isLast ? rest : rest[..slash];
        rest = isLast ? [] : rest[(slash + 1)..];
        return level;
    }

    private static byte[] RequireText(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        byte[] bytes;
        try
        {
            bytes = new byte[Strict.GetByteCount(text) + 1];
            Strict.GetBytes(text, bytes);
        }
        catch (EncoderFallbackException error)
        {
            throw new ArgumentException("the topic is not valid Unicode", parameter, error);
        }

        if (bytes.Length - 1 > MaxBytes || text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"the topic is longer than {MaxBytes} bytes or holds a zero", parameter);
        }

        return bytes;
    }
}
