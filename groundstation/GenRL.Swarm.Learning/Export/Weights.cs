namespace GenRL.Swarm.Learning.Export;

/// <summary>Trained weights by name, as a module's state_dict gives them, taken out of torch.</summary>
public sealed class Weights
{
    private readonly IReadOnlyDictionary<string, (long[] Shape, float[] Values)> _byName;

    /// <summary>Wraps <paramref name="byName"/>, which must not change afterwards.</summary>
    public Weights(IReadOnlyDictionary<string, (long[] Shape, float[] Values)> byName) => _byName = byName;

    /// <summary>All names and values.</summary>
    public IReadOnlyDictionary<string, (long[] Shape, float[] Values)> All => _byName;

    /// <summary>The values of <paramref name="name"/>, checked to have <paramref name="shape"/>.</summary>
    /// <exception cref="ArgumentException">The name is missing or the shape differs.</exception>
    public float[] Get(string name, params long[] shape)
    {
        if (!_byName.TryGetValue(name, out var found))
        {
            throw new ArgumentException($"weights lack '{name}'; they have {string.Join(", ", _byName.Keys)}", nameof(name));
        }

        if (!found.Shape.AsSpan().SequenceEqual(shape))
        {
            throw new ArgumentException($"weight '{name}' has shape [{string.Join(',', found.Shape)}], expected [{string.Join(',', shape)}]", nameof(shape));
        }

        return found.Values;
    }
}
