using System.Collections.Immutable;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Films;

/// <summary>A world's pictures, one after the other. Not thread-safe.</summary>
public sealed class Film
{
    /// <summary>Shapes that a film may hold, all frames together: some hundred megabytes.</summary>
    public const int MostShapes = 4_000_000;

    private readonly List<FilmFrame> _frames = [];
    private readonly SortedSet<Role> _roles = [];
    private Extent _solid = Extent.Nothing;
    private Extent _thin = Extent.Nothing;
    private int _shapes;

    /// <summary>The frames, oldest first.</summary>
    public IReadOnlyList<FilmFrame> Frames => _frames;

    /// <summary>What all frames need to be seen whole. Rays and plans may run out of it, unless there is nothing else.</summary>
    public Extent Extent => (_solid == Extent.Nothing ? _thin : _solid).Framed();

    /// <summary>The roles that occur, in their order.</summary>
    public IReadOnlyCollection<Role> Roles => _roles;

    /// <summary>Adds a frame.</summary>
    /// <param name="scene">Copied.</param>
    /// <param name="episode">Number of the episode, from 1.</param>
    /// <param name="step">Steps of the episode so far.</param>
    /// <param name="reward">Earned since the frame before in the same episode, summed over robots.</param>
    /// <exception cref="InvalidDataException">The film is full.</exception>
    public void Add(Scene scene, int episode, int step, double reward)
    {
        ArgumentNullException.ThrowIfNull(scene);
        _shapes += scene.Shapes.Count;
        if (_shapes > MostShapes)
        {
            throw new InvalidDataException($"a film of more than {MostShapes} shapes: fewer steps or robots need less");
        }

        ImmutableArray<Shape> shapes = [.. scene.Shapes];
        var soFar = _frames.Count > 0 && _frames[^1].Episode == episode ? _frames[^1].Return : 0d;
        _frames.Add(new FilmFrame(shapes, episode, step, soFar + reward));
        foreach (var shape in shapes)
        {
            ref var extent = ref shape.Role is Role.Ray or Role.Plan ? ref _thin : ref _solid;
            extent = extent.With(shape);
            _roles.Add(shape.Role);
        }
    }
}
