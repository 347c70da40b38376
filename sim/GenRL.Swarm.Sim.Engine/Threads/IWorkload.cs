namespace GenRL.Swarm.Sim.Engine.Threads;

/// <summary>Work that falls into independent units.</summary>
internal interface IWorkload
{
    /// <summary>Does the units from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    void Work(int first, int end);
}
