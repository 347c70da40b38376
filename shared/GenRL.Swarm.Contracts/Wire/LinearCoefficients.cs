using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>Six quantised coefficients: three for x, then three for y.</summary>
[InlineArray(Count)]
public struct LinearCoefficients : IEquatable<LinearCoefficients>
{
    /// <summary>How many there are.</summary>
    public const int Count = 6;

    private sbyte _first;

    /// <inheritdoc/>
    public readonly bool Equals(LinearCoefficients other) => ((ReadOnlySpan<sbyte>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is LinearCoefficients other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[2], this[3], this[4], this[5]);

    /// <summary>Whether all six are equal.</summary>
    public static bool operator ==(LinearCoefficients left, LinearCoefficients right) => left.Equals(right);

    /// <summary>Whether any differs.</summary>
    public static bool operator !=(LinearCoefficients left, LinearCoefficients right) => !left.Equals(right);
}
