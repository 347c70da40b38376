using System.Text;

namespace GenRL.Swarm.Messaging.Broker;

/// <summary>The text of mosquitto.conf.</summary>
internal static class BrokerConfiguration
{
    /// <summary>Messages that the broker queues for one slow client at most.</summary>
    private const int MaxQueuedMessages = 10_000;

    /// <summary>The configuration of a broker on 127.0.0.1 and <paramref name="port"/>.</summary>
    public static string Text(BrokerOptions options, int port)
    {
        var text = new StringBuilder();

        // When started by root it would become user mosquitto, who cannot read our keys.
        text.Append("user ").Append(Environment.UserName).Append('\n');
        text.Append("persistence false\nset_tcp_nodelay true\n");
        text.Append("max_queued_messages ").Append(MaxQueuedMessages).Append('\n');
        text.Append("log_dest stderr\nlog_type error\nlog_type warning\nlog_type information\n");
        text.Append("listener ").Append(port).Append(" 127.0.0.1\n");
        if (options.Tls is { } tls)
        {
            text.Append("allow_anonymous false\nrequire_certificate true\nuse_identity_as_username true\n");
            AppendPath(text, "cafile", tls.CaFile);
            AppendPath(text, "certfile", tls.CertificateFile);
            AppendPath(text, "keyfile", tls.KeyFile);
        }
        else
        {
            text.Append("allow_anonymous true\n");
        }

        if (options.AclFile is { } acl)
        {
            AppendPath(text, "acl_file", acl);
        }

        return text.ToString();
    }

    private static void AppendPath(StringBuilder text, string key, string path) =>
        text.Append(key).Append(' ').Append(Path.GetFullPath(path)).Append('\n');
}
