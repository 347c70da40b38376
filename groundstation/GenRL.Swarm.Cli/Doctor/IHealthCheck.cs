namespace GenRL.Swarm.Cli.Doctor;

/// <summary>One thing that has to be right on this machine.</summary>
internal interface IHealthCheck
{
    /// <summary>At most 16 characters.</summary>
    string Name { get; }

    /// <summary>Looks, in well under a second, and changes nothing. Never throws for what it is there to find.</summary>
    Finding Run();
}
