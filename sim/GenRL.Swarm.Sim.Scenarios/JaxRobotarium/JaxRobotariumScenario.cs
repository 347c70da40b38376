using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>What the eight scenarios of JaxRobotarium (arXiv 2505.06771) share. Landmarks are things with a pose that belong to the scenario.</summary>
internal abstract class JaxRobotariumScenario : WaypointScenario
{
    /// <summary>m; where robots spawn.</summary>
    protected const double SpawnWidth = 2.5;

    /// <summary>m; where robots spawn.</summary>
    protected const double SpawnHeight = 1.5;

    /// <summary>m; zones begin this far from the walls at plus and minus 1.6.</summary>
    protected const double ZoneWidth = 0.5;

    /// <summary>m; robots to the right of it are in the right zone, left of its negative in the left zone.</summary>
    protected const double ZoneEdge = 1.6 - ZoneWidth;

    private const double Margin = 0.1;

    private readonly List<StateField> _info = [];

    /// <summary>A scenario.</summary>
    /// <param name="options">What all scenarios share.</param>
    /// <param name="landmarks">Number of landmarks.</param>
    /// <param name="capabilities">How the robots differ; null where they do not.</param>
    protected JaxRobotariumScenario(JaxRobotariumOptions options, int landmarks, Capabilities? capabilities = null)
        : base(options.Robots)
    {
        Options = options;
        Landmarks = State("landmarks", 3 * landmarks);
        Capabilities = capabilities;
        CapabilityRows = [];
        if (capabilities is not null)
        {
            if (capabilities.Rows.Length != options.Robots || capabilities.Rows.Any(row => row.Length != capabilities.Size))
            {
                throw new ScenarioException($"capabilities: {capabilities.Rows.Length} rows for {options.Robots} robots, or rows of different lengths");
            }

            CapabilityRows = State("het_rep", options.Robots * capabilities.Size);
            ResetCapabilities();
        }
    }

    /// <summary>What all scenarios share.</summary>
    public JaxRobotariumOptions Options { get; }

    /// <summary>How the robots differ; null where they do not.</summary>
    public Capabilities? Capabilities { get; }

    /// <summary>Figures of the last step, by the authors' names, beside its violations.</summary>
    public IReadOnlyList<StateField> Info => _info;

    /// <summary>x, y and heading of each landmark.</summary>
    public double[] Landmarks { get; }

    /// <summary>Capabilities in force, robot after robot.</summary>
    protected double[] CapabilityRows { get; }

    /// <summary>Numbers of capabilities that a robot sees.</summary>
    protected int CapabilitiesSeen => Capabilities?.View switch
    {
        CapabilityView.Own => Capabilities.Size,
        CapabilityView.All => CapabilityRows.Length,
        _ => 0,
    };

    /// <inheritdoc/>
    public override Vector2D Waypoint(int robot, int action)
    {
        var step = StepLength(robot);
        var offset = action switch
        {
            1 => new Vector2D(0d, step),
            2 => new Vector2D(0d, -step),
            3 => new Vector2D(step, 0d),
            4 => new Vector2D(-step, 0d),
            _ => default,
        };
        return Inside(Poses[robot].Position + offset);
    }

    /// <summary>Moves what moves by itself; sees the robots before they move.</summary>
    public virtual void MoveLandmarks()
    {
    }

    /// <summary>Brings the state up to date after the robots have moved.</summary>
    /// <param name="actions">Read; one per robot.</param>
    /// <param name="rewards">Written; one per robot.</param>
    public abstract void Update(ReadOnlySpan<int> actions, Span<double> rewards);

    /// <summary>The part of the arena in which waypoints lie.</summary>
    protected static Vector2D Inside(Vector2D point) => new(
        Math.Clamp(point.X, Margin - Arena.Testbed.HalfLength, Arena.Testbed.HalfLength - Margin),
        Math.Clamp(point.Y, Margin - Arena.Testbed.HalfWidth, Arena.Testbed.HalfWidth - Margin));

    /// <summary>From robot <paramref name="robot"/> to its waypoint, m.</summary>
    protected virtual double StepLength(int robot) => Options.StepDistance;

    /// <summary>A new figure.</summary>
    protected double[] Figure(string name)
    {
        var field = new StateField(name, new double[1]);
        _info.Add(field);
        return field.Values;
    }

    /// <summary>Where landmark <paramref name="landmark"/> is.</summary>
    protected Vector2D LandmarkAt(int landmark) => new(Landmarks[3 * landmark], Landmarks[(3 * landmark) + 1]);

    /// <summary>The pose of landmark <paramref name="landmark"/>.</summary>
    protected Span<double> Landmark(int landmark) => Landmarks.AsSpan(3 * landmark, 3);

    /// <summary>Capability <paramref name="capability"/> of robot <paramref name="robot"/>.</summary>
    protected double Capability(int robot, int capability) => CapabilityRows[(robot * Capabilities!.Size) + capability];

    /// <summary>Puts the robots, and as many landmarks as the rest of the grid's draw is for, on cells of a new draw.</summary>
    protected void Spawn(SpawnGrid grid, RandomStream random, int landmarks = 0)
    {
        grid.Draw(random);
        for (var i = 0; i < Robots; i++)
        {
            Poses.Place(i, grid[i].X, grid[i].Y, random.NextSingle(-MathF.PI, MathF.PI));
        }

        PlaceLandmarks(grid, random, Robots, landmarks);
    }

    /// <summary>Puts landmarks on the cells of a draw from cell <paramref name="first"/> on.</summary>
    protected void PlaceLandmarks(SpawnGrid grid, RandomStream random, int first, int landmarks)
    {
        for (var i = 0; i < landmarks; i++)
        {
            var place = grid[first + i];
            var landmark = Landmark(i);
            (landmark[0], landmark[1], landmark[2]) = (place.X, place.Y, random.NextSingle(-MathF.PI, MathF.PI));
        }
    }

    /// <summary>Puts the capabilities in force that the team was made with.</summary>
    protected void ResetCapabilities()
    {
        for (var i = 0; i < Robots; i++)
        {
            Capabilities!.Rows[i].AsSpan().CopyTo(CapabilityRows.AsSpan(i * Capabilities.Size));
        }
    }

    /// <summary>Writes all robots' poses, that of robot <paramref name="robot"/> first, the others cyclically.</summary>
    protected void ObservePoses(int robot, ref RowWriter row)
    {
        for (var i = 0; i < Robots; i++)
        {
            row.Add(Poses[(robot + i) % Robots]);
        }
    }

    /// <summary>Writes the capabilities that robot <paramref name="robot"/> sees.</summary>
    protected void ObserveCapabilities(int robot, ref RowWriter row)
    {
        var size = Capabilities?.Size ?? 0;
        for (var i = 0; i * size < CapabilitiesSeen; i++)
        {
            row.Add(CapabilityRows.AsSpan((robot + i) % Robots * size, size));
        }
    }

    /// <summary>Draws the zones at the left and the right.</summary>
    protected static void DrawZone(Scene scene, Role role, double x, double y, double height, string label = "") =>
        scene.Box(role, x, y, ZoneWidth, height, 0d, label);
}
