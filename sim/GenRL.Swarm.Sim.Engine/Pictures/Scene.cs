namespace GenRL.Swarm.Sim.Engine.Pictures;

/// <summary>A picture of a world from above, as a list of shapes in the world's axes: x to the right, y up, metres (grid worlds: cells). Reusable.</summary>
public sealed class Scene
{
    private readonly List<Shape> _shapes = [];

    /// <summary>What was drawn, back to front.</summary>
    public IReadOnlyList<Shape> Shapes => _shapes;

    /// <summary>Removes all shapes.</summary>
    public void Clear() => _shapes.Clear();

    /// <summary>A disc; with a heading, one that shows where it looks.</summary>
    public void Disc(Role role, double x, double y, double radius, double heading = double.NaN, string label = "") =>
        _shapes.Add(new Shape(ShapeKind.Disc, role, x, y, radius, radius, heading, label));

    /// <summary>A box about (x, y), turned by <paramref name="rotation"/> radians.</summary>
    public void Box(Role role, double x, double y, double length, double width, double rotation = 0d, string label = "") =>
        _shapes.Add(new Shape(ShapeKind.Box, role, x, y, length, width, rotation, label));

    /// <summary>A segment from (x, y) to (<paramref name="toX"/>, <paramref name="toY"/>).</summary>
    public void Segment(Role role, double x, double y, double toX, double toY) =>
        _shapes.Add(new Shape(ShapeKind.Segment, role, x, y, toX, toY, 0d, ""));
}
