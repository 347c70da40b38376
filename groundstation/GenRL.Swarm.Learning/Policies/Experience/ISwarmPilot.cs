namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>Decides what all robots of batched worlds do next: writes their plans.</summary>
internal interface ISwarmPilot
{
    /// <summary>Replaces every plan. The swarm has looked already.</summary>
    void Decide();
}
