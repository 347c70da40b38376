namespace GenRL.Swarm.Cli.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Health">How it stands.</param>
/// <param name="Text">What is there, in one line.</param>
/// <param name="Mend">What to do about it; null where all is well.</param>
internal readonly record struct Finding(Health Health, string Text, string? Mend = null)
{
    public static Finding Well(string text) => new(Health.Well, text);

    public static Finding Doubtful(string text, string mend) => new(Health.Doubtful, text, mend);

    public static Finding Failed(string text, string mend) => new(Health.Failed, text, mend);
}
