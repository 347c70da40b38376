using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>Fills a row from left to right.</summary>
internal ref struct RowWriter(Span<double> row)
{
    private readonly Span<double> _row = row;
    private int _count;

    /// <summary>Whether the whole row is written.</summary>
    public readonly bool IsFull => _count == _row.Length;

    /// <summary>Appends one number.</summary>
    public void Add(double value) => _row[_count++] = value;

    /// <summary>Appends x and y.</summary>
    public void Add(Vector2D point)
    {
        Add(point.X);
        Add(point.Y);
    }

    /// <summary>Appends numbers.</summary>
    public void Add(scoped ReadOnlySpan<double> values)
    {
        values.CopyTo(_row[_count..]);
        _count += values.Length;
    }

    /// <summary>Appends x, y and heading.</summary>
    public void Add(in Pose pose)
    {
        Add(pose.Position);
        Add(pose.Heading);
    }
}
