namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Which of the Robotarium's two published simulators.</summary>
public enum RobotariumGeneration
{
    /// <summary>Version 2.0 of 2026.</summary>
    V2,

    /// <summary>The version of 2023, which MARBLER and JaxRobotarium build on.</summary>
    Legacy,
}
