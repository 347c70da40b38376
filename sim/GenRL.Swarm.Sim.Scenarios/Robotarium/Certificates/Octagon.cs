namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// Eight half-planes that keep a velocity short: directions m pi/4, m = 0 ... 7. One bound for all but the first, which may be further out.
/// The face that counts is found by the velocity's octant.
/// </summary>
internal readonly struct Octagon
{
    private const double Diagonal = 0.70710678118654752;

    // Half a face of a regular octagon, in units of its bound: tan(pi/8).
    private const double HalfFace = 0.41421356237309505;

    private readonly double _bound;
    private readonly double _alongX;

    /// <summary>The octagon within the disc of radius <paramref name="limit"/>; its first face touches the disc instead where it is open.</summary>
    public Octagon(double limit, bool openAlongX)
    {
        _bound = limit * Math.Cos(Math.PI / 8d);
        _alongX = openAlongX ? limit : _bound;
    }

    /// <summary>The greatest length of a velocity within.</summary>
    public double Reach => new Vector2D(_alongX, (_bound / Diagonal) - _alongX).Length;

    /// <summary>The face whose row <paramref name="velocity"/> violates most, and by how much; negative if it violates none.</summary>
    public (int Face, double Excess) Worst(Vector2D velocity)
    {
        var (x, y) = (Math.Abs(velocity.X), Math.Abs(velocity.Y));
        var alongX = x - (velocity.X > 0d ? _alongX : _bound);
        var alongY = y - _bound;
        var diagonal = (Diagonal * (x + y)) - _bound;
        if (alongX >= alongY && alongX >= diagonal)
        {
            return (velocity.X > 0d ? 0 : 4, alongX);
        }

        if (alongY >= diagonal)
        {
            return (velocity.Y > 0d ? 2 : 6, alongY);
        }

        return (DiagonalFace(velocity), diagonal);
    }

    /// <summary>The row of a face for robot <paramref name="robot"/>.</summary>
    public SparseRow Row(int robot, int face, int firstNumber) =>
        SparseRow.Of(robot, Normal(face), face == 0 ? _alongX : _bound, firstNumber + face);

    /// <summary>The nearest velocity within.</summary>
    /// <param name="velocity">Any.</param>
    /// <param name="faces">The faces on which it lies, none, one or two.</param>
    public Vector2D Project(Vector2D velocity, out OctagonFaces faces)
    {
        faces = OctagonFaces.None;
        if (velocity.Dot(velocity) <= _bound * _bound)
        {
            return velocity;
        }

        var (face, excess) = Worst(velocity);
        if (excess <= 0d)
        {
            return velocity;
        }

        var nearest = OnFace(velocity, face, out faces);
        if (_alongX > _bound && velocity.X > 0d && face is 7 or 0 or 1)
        {
            // The first face is shorter than the others, its neighbours longer: the most violated one need not be the nearest.
            var other = OnFace(velocity, face == 0 ? DiagonalFace(velocity) : 0, out var otherFaces);
            if ((velocity - other).Dot(velocity - other) < (velocity - nearest).Dot(velocity - nearest))
            {
                (nearest, faces) = (other, otherFaces);
            }
        }

        return nearest;
    }

    private static int DiagonalFace(Vector2D velocity) =>
        velocity.Y > 0d ? (velocity.X > 0d ? 1 : 3) : (velocity.X > 0d ? 7 : 5);

    private static Vector2D Normal(int face) => face switch
    {
        0 => new(1d, 0d),
        1 => new(Diagonal, Diagonal),
        2 => new(0d, 1d),
        3 => new(-Diagonal, Diagonal),
        4 => new(-1d, 0d),
        5 => new(-Diagonal, -Diagonal),
        6 => new(0d, -1d),
        _ => new(Diagonal, -Diagonal),
    };

    // The nearest point of one face, which ends where the next faces begin.
    private Vector2D OnFace(Vector2D velocity, int face, out OctagonFaces faces)
    {
        var normal = Normal(face);
        var bound = face == 0 ? _alongX : _bound;
        var along = (normal.X * velocity.Y) - (normal.Y * velocity.X);
        var left = End(face, face == 7);
        var right = -End(face, face == 1);
        faces = along > left ? new(face, (face + 1) & 7) : along < right ? new(face, (face + 7) & 7) : new(face, -1);
        along = Math.Clamp(along, right, left);
        return new Vector2D((bound * normal.X) - (along * normal.Y), (bound * normal.Y) + (along * normal.X));
    }

    // Half the face's length towards one side; towards the first face, a neighbour's is longer by what the first is further out.
    private double End(int face, bool towardsFirst)
    {
        var (own, next) = (face == 0 ? _alongX : _bound, towardsFirst ? _alongX : _bound);
        return own == next ? HalfFace * own : (next - (Diagonal * own)) / Diagonal;
    }
}

/// <summary>Faces of an octagon on which a velocity lies; -1 for none.</summary>
internal readonly record struct OctagonFaces(int First, int Second)
{
    /// <summary>None: it lies within.</summary>
    public static OctagonFaces None { get; } = new(-1, -1);
}
