using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Draws one lane's bodies, immovable ones below.</summary>
internal static class BodyPicture
{
    private const double LineWidth = 0.02;

    public static void Draw<V>(BodyScenario<V> scenario, Tile<V> tile, int lane, Scene scene)
        where V : unmanaged, ILanes<V>
    {
        foreach (var movable in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = 0; i < scenario.Bodies.Count; i++)
            {
                var body = scenario.Bodies[i];
                if (body.Movable == movable)
                {
                    var (x, y, rotation) = (V.Get(tile.X(i), lane), V.Get(tile.Y(i), lane), V.Get(tile.Rotation(i), lane));
                    Draw(scene, scenario.RoleOf(i), scenario.ShapeOf(i), x, y, rotation);
                }
            }
        }
    }

    private static void Draw(Scene scene, Role role, BodyShape shape, double x, double y, double rotation)
    {
        switch (shape)
        {
            case BodyShape.Disc disc:
                scene.Disc(role, x, y, disc.Radius);
                break;
            case BodyShape.Box box:
                scene.Box(role, x, y, box.Length, box.Width, rotation);
                break;
            case BodyShape.Line line:
                scene.Box(role, x, y, line.Length, LineWidth, rotation);
                break;
            default:
                throw new InvalidOperationException($"a shape that cannot be drawn: {shape}");
        }
    }
}
