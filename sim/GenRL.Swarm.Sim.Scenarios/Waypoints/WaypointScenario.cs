using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>
/// The rules of one scenario whose robots choose among nearby waypoints and are driven there by the Robotarium's controllers: state, waypoints,
/// what the robots see. How they are driven, and when which rule applies, is the family's. Allocates nothing after construction.
/// </summary>
internal abstract class WaypointScenario(int robots)
{
    private const double CarriedSide = 0.14;

    private readonly List<StateField> _fields = [];

    /// <summary>Where the robots stand.</summary>
    public Poses Poses { get; } = new(robots);

    /// <summary>Number of robots.</summary>
    public int Robots => Poses.Count;

    /// <summary>All that the future depends on, beside the poses.</summary>
    public IReadOnlyList<StateField> Fields => _fields;

    /// <summary>Among how many actions a robot chooses.</summary>
    public virtual int Choices => 5;

    /// <summary>Numbers that a robot sees.</summary>
    public abstract int ObservationSize { get; }

    /// <summary>Draws a start.</summary>
    public abstract void Reset(RandomStream random);

    /// <summary>Where robot <paramref name="robot"/> is sent by an action; read before anything moves.</summary>
    public abstract Vector2D Waypoint(int robot, int action);

    /// <summary>Writes what robot <paramref name="robot"/> sees now.</summary>
    /// <param name="robot">Its number.</param>
    /// <param name="row">Written; <see cref="ObservationSize"/> numbers.</param>
    public abstract void Observe(int robot, ref RowWriter row);

    /// <summary>Draws all but the robots.</summary>
    public abstract void Draw(Scene scene);

    /// <summary>As what robot <paramref name="robot"/> is drawn.</summary>
    public virtual Role RoleOf(int robot) => Role.Robot;

    /// <summary>What is written on robot <paramref name="robot"/>.</summary>
    public virtual string LabelOf(int robot) => "";

    /// <summary>A new part of the state.</summary>
    protected double[] State(string name, int length)
    {
        var field = new StateField(name, new double[length]);
        _fields.Add(field);
        return field.Values;
    }

    /// <summary>Draws what robot <paramref name="robot"/> carries, to lie under it.</summary>
    protected void DrawCarried(Scene scene, int robot, string label = "") =>
        scene.Box(Role.Load, Poses.X[robot], Poses.Y[robot], CarriedSide, CarriedSide, 0d, label);

    /// <summary>m from robot <paramref name="robot"/> to a point.</summary>
    protected double Distance(int robot, Vector2D point) => (Poses[robot].Position - point).Length;
}
