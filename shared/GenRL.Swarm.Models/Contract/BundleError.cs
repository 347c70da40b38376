namespace GenRL.Swarm.Models.Contract;

/// <summary>Why a bundle cannot be used. Every refusal names one of these and says where.</summary>
public enum BundleError
{
    /// <summary>A file is missing.</summary>
    MissingFile,

    /// <summary><c>contract.json</c> or <c>golden.json</c> cannot be read, or holds a value outside its range.</summary>
    MalformedContract,

    /// <summary>The contract is of a version that this build does not know.</summary>
    UnknownVersion,

    /// <summary>The contract's shapes are not those that this build was made for.</summary>
    ShapeMismatch,

    /// <summary>A graph cannot be loaded by the runtime.</summary>
    MalformedGraph,

    /// <summary>A graph's inputs or outputs differ from the contract in name, type or shape.</summary>
    GraphMismatch,

    /// <summary>A graph gives a number that is not finite.</summary>
    NotFinite,

    /// <summary>A graph does not give what it gave when it was exported.</summary>
    GoldenMismatch,
}

/// <summary>A bundle was refused.</summary>
public sealed class BundleException : Exception
{
    /// <summary>Refuses for <paramref name="error"/>; <paramref name="message"/> says where and what.</summary>
    public BundleException(BundleError error, string message, Exception? inner = null)
        : base($"{error}: {message}", inner) => Error = error;

    /// <summary>Why.</summary>
    public BundleError Error { get; }
}
