using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Sim.Pictures.Tests;

public sealed class FilmTests
{
    [Fact]
    public void Extent_HoldsEverySolidShapeOfEveryFrame()
    {
        var film = Films.Of(scene => scene.Disc(Role.Robot, 1, 1, 1), scene => scene.Box(Role.Load, 5, 0, 4, 2, Math.PI / 2), scene => scene.Segment(Role.Ray, 0, 0, 100, 100));

        var extent = film.Extent;

        var margin = 0.03 * 6d;
        Assert.Equal((-margin, -2d - margin, 6d + margin, 2d + margin), (extent.Left, extent.Bottom, extent.Right, extent.Top));
    }

    [Fact]
    public void Extent_OfNothingAPointOrNotANumber_IsFinite()
    {
        Film[] films =
        [
            Films.Of(_ => { }), Films.Of(scene => scene.Segment(Role.Obstacle, 3, 3, 3, 3)), Films.Of(scene => scene.Disc(Role.Robot, double.NaN, 0, 1)),
            Films.Of(scene => scene.Segment(Role.Plan, 0, 0, 1, 0)),
        ];

        Assert.All(films, film => Assert.True(film.Extent.Width > 0 && film.Extent.Height > 0 && double.IsFinite(film.Extent.Size)));
    }

    [Fact]
    public void Add_RewardsOfAnEpisode_AddUpAndStartAnew()
    {
        var film = new Film();
        var scene = new Scene();
        film.Add(scene, 1, 0, 0);
        film.Add(scene, 1, 1, 2);
        film.Add(scene, 1, 2, -0.5);
        film.Add(scene, 2, 0, 0);

        Assert.Equal([0, 2, 1.5, 0], film.Frames.Select(frame => frame.Return));
    }

    [Fact]
    public void Add_MoreShapesThanAFilmHolds_SaysSo()
    {
        var film = new Film();
        var scene = new Scene();
        for (var i = 0; i < 500_000; i++)
        {
            scene.Disc(Role.Robot, i, 0, 1);
        }

        var error = Assert.Throws<InvalidDataException>(() =>
        {
            for (var step = 0; step < 10; step++)
            {
                film.Add(scene, 1, step, 0);
            }
        });
        Assert.Contains("fewer steps or robots", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trails_LeadToWhereRobotsAre()
    {
        var trails = Trail.Of(Films.Walk(4), 3, 100);

        Assert.Equal([(0d, 0d), (0.5, 0d), (1d, 0d), (1.5, 0d)], trails[0].Points);
        Assert.Equal(2, trails.Count);
    }

    [Fact]
    public void Trails_AreNoLongerThanAskedFor() => Assert.Equal([(1d, 0d), (1.5, 0d)], Trail.Of(Films.Walk(4), 3, 1)[0].Points);

    [Fact]
    public void Trails_BeginWithTheEpisode()
    {
        var film = new Film();
        Add(film, 1, (1, Role.Robot), (9, Role.Robot));
        Add(film, 2, (5, Role.Robot), (6, Role.Robot));
        Add(film, 2, (6, Role.Robot), (7, Role.Robot));

        Assert.Equal([(5d, 0d), (6d, 0d)], Trail.Of(film, 2, 100)[0].Points);
        Assert.Empty(Trail.Of(film, 1, 100));
    }

    [Fact]
    public void Trails_WhereARobotVanishesOrChangesItsRole_FollowTheNearest()
    {
        var film = new Film();
        Add(film, 1, (0, Role.Robot), (10, Role.Robot), (20, Role.Robot));
        Add(film, 1, (11, Role.Robot), (21, Role.Robot));
        Add(film, 1, (12, Role.Robot), (22, Role.Other));
        Add(film, 1, (13, Role.Robot), (23, Role.Other), (50, Role.Other));

        var trails = Trail.Of(film, 3, 100);

        Assert.Equal([Role.Robot, Role.Other], trails.Select(trail => trail.Role));
        Assert.Equal([10d, 11d, 12d, 13d], trails[0].Points.Select(point => point.X));
        Assert.Equal([20d, 21d, 22d, 23d], trails[1].Points.Select(point => point.X));
    }

    private static void Add(Film film, int episode, params (double X, Role Role)[] robots)
    {
        var scene = new Scene();
        foreach (var (x, role) in robots)
        {
            scene.Disc(role, x, 0, 1);
        }

        film.Add(scene, episode, 0, 0);
    }
}
