namespace GenRL.Swarm.Contracts.Planning;

/// <summary>The shapes that robot, simulator and learning agree on. Changing one changes every model's contract.</summary>
public static class PlanShape
{
    /// <summary>Actions in a plan, H: 1.5 s at one action per plan tick.</summary>
    public const int Horizon = 15;

    /// <summary>Numbers in an action: the commanded planar velocity (x, y) of the control point, metres per second, world axes.</summary>
    public const int ActionSize = 2;

    /// <summary>Steps that the planner imagines, at most <see cref="Horizon"/>.</summary>
    public const int ImaginedSteps = 10;

    /// <summary>Length of a plan tick and of a world-model step, seconds (10 Hz).</summary>
    public const float TickSeconds = 0.1f;

    /// <summary>Length of a control step, seconds (50 Hz): observe, shield, act.</summary>
    public const float StepSeconds = 0.02f;

    /// <summary>Control steps in a plan tick.</summary>
    public const int StepsPerTick = 5;

    /// <summary>Neighbours that the models attend to.</summary>
    public const int Neighbours = 8;

    /// <summary>Lidar sectors that the models see, whatever the sensor's ray count.</summary>
    public const int LidarSectors = 32;
}
