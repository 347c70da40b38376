namespace GenRL.Swarm.Cli.Demo.Watching;

/// <summary>What people see of the demo while it runs. Thread-safe.</summary>
internal interface IDemoScreen : IDisposable
{
    /// <summary>Says something that stays.</summary>
    void Say(string line);

    /// <summary>Shows how far a phase is.</summary>
    /// <param name="phase">Its name.</param>
    /// <param name="what">What happens.</param>
    /// <param name="progress">0 to 1.</param>
    void Progress(string phase, string what, double progress);
}
