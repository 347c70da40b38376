using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

/// <summary>Bodies in lanes of any kind, pushed by given forces. What is set is set in all lanes; tests look at lane 0.</summary>
internal sealed class Rig<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V[] _numbers;
    private readonly V[] _forces;
    private readonly BodySpec[] _bodies;
    private readonly Physics<V> _physics;
    private readonly Contacts<V> _contacts;

    public Rig(PhysicsSpec physics, params BodySpec[] bodies)
    {
        _bodies = bodies;
        _numbers = new V[BodyField.First + (bodies.Length * BodyField.Count)];
        _physics = new Physics<V>(bodies, physics);
        _contacts = new Contacts<V>(bodies, physics);
        _forces = new V[_physics.ForceCount];
        for (var body = 0; body < bodies.Length; body++)
        {
            Tiles.Face(Tile, bodies[body], body);
        }
    }

    public Tile<V> Tile => new(_numbers, _bodies.Length);

    private Forces<V> Forces => new(_forces);

    public static double Get(V value) => V.Get(value, 0);

    /// <summary>A body that moves and turns, of mass 1, without drag.</summary>
    public static BodySpec Free(BodyShape shape) => new("free", shape) { Movable = true, Rotatable = true, Drag = 0d };

    public (double X, double Y, double Rotation) Pose(int body) => (Get(Tile.X(body)), Get(Tile.Y(body)), Get(Tile.Rotation(body)));

    public (double X, double Y, double Spin) Velocity(int body) => (Get(Tile.VelocityX(body)), Get(Tile.VelocityY(body)), Get(Tile.Spin(body)));

    public void Place(int body, double x, double y, double rotation = 0d)
    {
        (Tile.X(body), Tile.Y(body), Tile.Rotation(body)) = (V.All(x), V.All(y), V.All(rotation));
        Tiles.Face(Tile, _bodies[body], body);
    }

    public void Move(int body, double x, double y, double spin = 0d) =>
        (Tile.VelocityX(body), Tile.VelocityY(body), Tile.Spin(body)) = (V.All(x), V.All(y), V.All(spin));

    /// <summary>Sets every body down anywhere near the origin, turned.</summary>
    public void Scatter(RandomStream random, float semi)
    {
        for (var body = 0; body < _bodies.Length; body++)
        {
            Place(body, random.NextSingle(-semi, semi), random.NextSingle(-semi, semi), random.NextSingle(-4f, 4f));
        }
    }

    /// <summary>One step under a force on body 0.</summary>
    public void Step(double forceX = 0d, double forceY = 0d, double torque = 0d)
    {
        Array.Clear(_forces);
        (Forces.X(0), Forces.Y(0), Forces.Torque(0)) = (V.All(forceX), V.All(forceY), V.All(torque));
        _physics.Step(Tile, Forces);
    }

    /// <summary>The contacts' forces alone.</summary>
    public (double X, double Y, double Torque)[] Push()
    {
        Array.Clear(_forces);
        _contacts.Push(Tile, Forces);
        return [.. Enumerable.Range(0, _bodies.Length).Select(body => (Get(Forces.X(body)), Get(Forces.Y(body)), Get(Forces.Torque(body))))];
    }
}
