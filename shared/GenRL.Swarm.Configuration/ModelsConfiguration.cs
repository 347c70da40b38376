using System.Collections.Immutable;

namespace GenRL.Swarm.Configuration;

/// <summary>Where the models run.</summary>
public sealed record ModelsConfiguration
{
    /// <summary>The ONNX Runtime library to load: a path, or a file name that the loader finds.</summary>
    public required string Library { get; init; }

    /// <summary>Execution providers in order of preference.</summary>
    public required ImmutableArray<ExecutionProviderConfiguration> ExecutionProviders { get; init; }
}

/// <summary>One execution provider of ONNX Runtime.</summary>
public sealed record ExecutionProviderConfiguration
{
    /// <summary>Which one.</summary>
    public required ExecutionProviderKind Kind { get; init; }

    /// <summary>The provider's own library; empty when it is part of ONNX Runtime's.</summary>
    public required string Library { get; init; }
}

/// <summary>The execution providers that can be asked for.</summary>
public enum ExecutionProviderKind
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>An NVIDIA GPU through TensorRT.</summary>
    Tensorrt,
}
