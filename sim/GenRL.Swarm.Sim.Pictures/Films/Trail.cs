namespace GenRL.Swarm.Sim.Pictures.Films;

using GenRL.Swarm.Sim.Engine.Pictures;

/// <summary>Where a robot has come from.</summary>
/// <param name="Role">The robot's role.</param>
/// <param name="Points">Oldest first; at least two.</param>
public sealed record Trail(Role Role, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether shapes of a role leave trails.</summary>
    public static bool IsLeftBy(Role role) => role is Role.Robot or Role.Other or Role.Prey;

    /// <summary>
    /// The trails up to frame <paramref name="last"/> of its episode. A scene names no robots: the n-th shape of a role is taken for the same robot
    /// as long as the role's number of shapes does not change.
    /// </summary>
    public static IReadOnlyList<Trail> Of(Film film, int last, int frames)
    {
        ArgumentNullException.ThrowIfNull(film);
        var end = film.Frames[last];
        var first = last;
        while (first > 0 && last - first < frames && film.Frames[first - 1].Episode == end.Episode && Counts(film.Frames[first - 1]).SequenceEqual(Counts(end)))
        {
            first--;
        }

        var movers = film.Frames.Take(last + 1).Skip(first).Select(frame => Movers(frame).ToArray()).ToList();
        return [.. Movers(end).Select((mover, n) => new Trail(mover.Role, [.. movers.Select(frame => (frame[n].X, frame[n].Y))])).Where(trail => trail.Points.Count > 1)];
    }

    private static IEnumerable<Shape> Movers(FilmFrame frame) =>
        frame.Shapes.Where(shape => shape.Kind != ShapeKind.Segment && IsLeftBy(shape.Role)).OrderBy(shape => shape.Role);

    private static IEnumerable<KeyValuePair<Role, int>> Counts(FilmFrame frame) => Movers(frame).CountBy(shape => shape.Role);
}
