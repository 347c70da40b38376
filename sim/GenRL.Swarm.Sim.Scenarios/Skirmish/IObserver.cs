namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>A layout of what a unit sees.</summary>
internal interface IObserver
{
    /// <summary>Numbers of one observation.</summary>
    int Size { get; }

    /// <summary>What <paramref name="unit"/>, alive, sees of the others.</summary>
    /// <param name="units">Read; they were described to <paramref name="features"/>.</param>
    /// <param name="unit">Its index.</param>
    /// <param name="sight">Says whom it sees.</param>
    /// <param name="features">Say how they look.</param>
    /// <param name="target">Written; <see cref="Size"/> numbers.</param>
    void Observe(Units units, int unit, Sight sight, UnitFeatures features, Span<float> target);
}
