using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Sim.Pictures.Tests;

/// <summary>Makes small films.</summary>
internal static class Films
{
    /// <summary>One frame per drawing, all of one episode.</summary>
    public static Film Of(params Action<Scene>[] drawings)
    {
        var film = new Film();
        foreach (var (step, draw) in drawings.Index())
        {
            var scene = new Scene();
            draw(scene);
            film.Add(scene, 1, step, step == 0 ? 0d : 1d);
        }

        return film;
    }

    /// <summary>A robot that goes right, one that stands, a wall that stays.</summary>
    public static Film Walk(int frames) => Of([.. Enumerable.Range(0, frames).Select(i => (Action<Scene>)(scene =>
    {
        scene.Segment(Role.Obstacle, -1, -1, 5, -1);
        scene.Disc(Role.Robot, 0.5 * i, 0, 0.1, 0.1 * i, "1");
        scene.Box(Role.Robot, 0, 2, 0.2, 0.2);
    }))]);
}
