using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Films;

/// <summary>Where a robot has come from.</summary>
/// <param name="Role">The robot's role.</param>
/// <param name="Points">Oldest first; at least two.</param>
public sealed record Trail(Role Role, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>How far a robot may get in a step, in its own half lengths, where it is looked for among others: a grid's robot moves 2.5.</summary>
    private const double Reach = 3d;

    /// <summary>Whether shapes of a role leave trails.</summary>
    public static bool IsLeftBy(Role role) => role is Role.Robot or Role.Other or Role.Prey;

    /// <summary>The trails that lead to the robots of frame <paramref name="last"/>, within its episode.</summary>
    /// <param name="film">The film.</param>
    /// <param name="last">Number of the frame.</param>
    /// <param name="frames">Frames that a trail goes back, at most.</param>
    public static IReadOnlyList<Trail> Of(Film film, int last, int frames)
    {
        ArgumentNullException.ThrowIfNull(film);
        var bodies = Bodies(film.Frames[last]);
        var points = bodies.Select(body => new List<(double X, double Y)> { (body.X, body.Y) }).ToList();
        var heads = Enumerable.Range(0, bodies.Length).ToArray();
        for (var frame = last; frame > Math.Max(0, last - frames) && film.Frames[frame - 1].Episode == film.Frames[last].Episode; frame--)
        {
            var before = Bodies(film.Frames[frame - 1]);
            var links = Links(before, bodies);
            for (var n = 0; n < heads.Length; n++)
            {
                heads[n] = heads[n] < 0 ? -1 : links[heads[n]];
                if (heads[n] >= 0)
                {
                    points[n].Add((before[heads[n]].X, before[heads[n]].Y));
                }
            }

            bodies = before;
        }

        points.ForEach(trail => trail.Reverse());
        return [.. Bodies(film.Frames[last]).Zip(points, (body, trail) => new Trail(body.Role, trail)).Where(trail => trail.Points.Count > 1)];
    }

    private static Shape[] Bodies(FilmFrame frame) => [.. frame.Shapes.Where(shape => shape.Kind != ShapeKind.Segment && IsLeftBy(shape.Role))];

    /// <summary>
    /// For each body, its number in the frame before, or -1. A scene names no robots: the n-th is the n-th again as long as the bodies' roles are the
    /// same; where one has vanished or changed its role, each is the nearest one.
    /// </summary>
    private static int[] Links(Shape[] before, Shape[] now)
    {
        if (before.Select(body => body.Role).SequenceEqual(now.Select(body => body.Role)))
        {
            return [.. Enumerable.Range(0, now.Length)];
        }

        return [.. now.Select(body => Nearest(before, body))];
    }

    private static int Nearest(Shape[] before, Shape body)
    {
        var (nearest, least) = (-1, Reach * (body.Kind == ShapeKind.Disc ? body.A : 0.5 * Math.Max(body.A, body.B)));
        for (var n = 0; n < before.Length; n++)
        {
            var distance = double.Hypot(before[n].X - body.X, before[n].Y - body.Y);
            if (distance < least)
            {
                (nearest, least) = (n, distance);
            }
        }

        return nearest;
    }
}
