using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>What the five scenarios of MARBLER (arXiv 2307.03891) share.</summary>
internal abstract class MarblerScenario(MarblerOptions options) : WaypointScenario(options.Robots)
{
    /// <summary>The action that stays.</summary>
    protected const int Stay = 4;

    /// <summary>m; from here zones at the left and the right are measured.</summary>
    protected const double ZoneWall = 1.5;

    /// <summary>What all scenarios share.</summary>
    public MarblerOptions Options { get; } = options;

    /// <summary>Each robot's reward for a step that ends in a violation.</summary>
    public virtual double ViolationReward => -5d;

    /// <summary>Whether the task is done.</summary>
    public virtual bool IsDone => false;

    /// <inheritdoc/>
    public override Vector2D Waypoint(int robot, int action)
    {
        var step = StepLength(robot);
        var offset = MoveOf(action) switch
        {
            0 => new Vector2D(-step, 0d),
            1 => new Vector2D(step, 0d),
            2 => new Vector2D(0d, -step),
            3 => new Vector2D(0d, step),
            _ => default,
        };
        var wished = Poses[robot].Position + offset;
        return new Vector2D(Math.Clamp(wished.X, Options.Left, Options.Right), Math.Clamp(wished.Y, Options.Up, Options.Down));
    }

    /// <summary>Changes that are seen at the end of the step in which they happen.</summary>
    /// <param name="actions">Read; one per robot.</param>
    public virtual void Sense(ReadOnlySpan<int> actions)
    {
    }

    /// <summary>Rewards of a step without violation, and changes that are seen a step later.</summary>
    /// <param name="rewards">Written; one per robot.</param>
    public abstract void Score(Span<double> rewards);

    /// <summary>The move in an action.</summary>
    protected virtual int MoveOf(int action) => action;

    /// <summary>From robot <paramref name="robot"/> to its waypoint, m.</summary>
    protected virtual double StepLength(int robot) => Options.StepDistance;

    /// <summary>Puts the robots on cells of a new draw about (<paramref name="x"/>, 0), looking along x.</summary>
    protected void Spawn(SpawnGrid grid, RandomStream random, double x)
    {
        grid.Draw(random);
        for (var i = 0; i < Robots; i++)
        {
            Poses.Place(i, grid[i].X + x, grid[i].Y, 0d);
        }
    }

    /// <summary>Draws a zone at the left or the right.</summary>
    protected static void DrawZone(Scene scene, Role role, bool right, double width, double y, double height, string label = "") =>
        scene.Box(role, (right ? 1d : -1d) * (ZoneWall - (width / 2d)), y, width, height, 0d, label);
}
