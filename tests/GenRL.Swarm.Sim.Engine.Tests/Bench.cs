using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Dynamics;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests;

/// <summary>Bodies in two float64 worlds side by side, without an environment: what parts do is looked at in full precision. Tests look at lane 0.</summary>
internal sealed class Bench
{
    private readonly Lanes128<double>[] _numbers;
    private readonly Physics<Lanes128<double>> _physics;
    private readonly Lanes128<double>[] _forces;
    private readonly BodySpec[] _bodies;

    public Bench(PhysicsSpec physics, int memory, params BodySpec[] bodies)
    {
        _bodies = bodies;
        _numbers = new Lanes128<double>[BodyField.First + (bodies.Length * BodyField.Count) + memory];
        _physics = new Physics<Lanes128<double>>(bodies, physics);
        _forces = new Lanes128<double>[_physics.ForceCount];
        for (var lane = 0; lane < 2; lane++)
        {
            Lanes128<double>.Seed(ref Tile.Stream0, ref Tile.Stream1, lane, 0x1234_5678_9ABC_DEF0ul + (2ul * (ulong)lane), 0x0FED_CBA9_8765_4321ul);
        }

        for (var body = 0; body < bodies.Length; body++)
        {
            Tiles.Face(Tile, bodies[body], body);
        }
    }

    /// <summary>A robot of mass 1 without drag.</summary>
    public static BodySpec Robot(double radius = 0.1) => new("robot", new BodyShape.Disc(radius)) { Movable = true, Rotatable = true, Drag = 0d };

    public Tile<Lanes128<double>> Tile => new(_numbers, _bodies.Length);

    public Spawn<Lanes128<double>> Spawn => new(_bodies, Tile, ~default(Lanes128<double>));

    public double X(int body = 0) => Get(Tile.X(body));

    public double Y(int body = 0) => Get(Tile.Y(body));

    public double VelocityX(int body = 0) => Get(Tile.VelocityX(body));

    public double VelocityY(int body = 0) => Get(Tile.VelocityY(body));

    public double Rotation(int body = 0) => Get(Tile.Rotation(body));

    public double Spin(int body = 0) => Get(Tile.Spin(body));

    public static double Get(Lanes128<double> value) => Lanes128<double>.Get(value, 0);

    public static Lanes128<double> All(double value) => Lanes128<double>.All(value);

    public static Lanes128<double>[] All(params double[] values) => [.. values.Select(Lanes128<double>.All)];

    public void Place(int body, double x, double y, double rotation = 0d) => Spawn.Place(body, All(x), All(y), All(rotation));

    /// <summary>Body 0 is driven for some steps under one command.</summary>
    public void Drive(RobotDynamics<Lanes128<double>> dynamics, int steps, params double[] command)
    {
        for (var i = 0; i < steps; i++)
        {
            dynamics.Drive(Tile, 0, All(command));
            Step();
        }
    }

    public void Step()
    {
        Array.Clear(_forces);
        _physics.Step(Tile, new Forces<Lanes128<double>>(_forces));
    }
}
