namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>How a quadratic program's solution ended.</summary>
internal enum SolveStatus
{
    /// <summary>At its optimum.</summary>
    Solved,

    /// <summary>No velocities satisfy all rows.</summary>
    Infeasible,

    /// <summary>Given up: more steps, or more active rows, than there is room for.</summary>
    GivenUp,
}
