namespace GenRL.Swarm.Configuration;

/// <summary>A configuration that cannot be used: all that is wrong with it, one error a line.</summary>
#pragma warning disable RCS1194 // Because without errors to report there is nothing to throw.
public sealed class ConfigurationException : Exception
#pragma warning restore RCS1194
{
    /// <summary>Makes one from its errors.</summary>
    public ConfigurationException(IReadOnlyList<ConfigurationError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>What is wrong, in the order found; at least one.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}
