using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Rendezvous{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Sites">Number of sites to meet at.</param>
public sealed record RendezvousOptions(int Robots = 4, int Sites = 3) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Rendezvous<V>(this);
}

/// <summary>
/// Robots must meet at one of several sites. What each site is worth to a robot (0 to 1) it alone knows: they have to agree. Reward: when all are at
/// one site, 10 times its worth to each, and the episode ends; before, -0.01 a step and -1 per thing touched.
/// </summary>
internal sealed class Rendezvous<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private readonly int _sites;
    private readonly double _siteRadius;
    private readonly int _worth;

    public Rendezvous(RendezvousOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Semi(options), Semi(options))
        {
            Fixtures = [.. Enumerable.Range(0, options.Sites).Select(i => Goal($"site {i}", SiteRadius(options.Robots)))],
            Randomisation = options.Randomisation,
            TaskNumbers = 3 * options.Sites,
        })
    {
        (_sites, _siteRadius) = (options.Sites, SiteRadius(options.Robots));
        _worth = Map.Take(options.Robots * options.Sites);
    }

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var extent = World.SemiX - 0.4;
        Span<int> sites = stackalloc int[_sites];
        for (var site = 0; site < _sites; site++)
        {
            spawn.PlaceApart(FirstFixture + site, extent - _siteRadius, extent - _siteRadius, 2d * _siteRadius, sites[..site]);
            sites[site] = FirstFixture + site;
        }

        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], extent, extent, Field.Separation, Robots.AsSpan(0, i));
            for (var site = 0; site < _sites; site++)
            {
                spawn.Set(ref Worth(tile, i, site), spawn.Uniform(0d, 1d));
            }
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        for (var i = 0; i < Robots.Length; i++)
        {
            rewards[i] = V.All(-0.01) - Touches(tile, i);
        }

        var met = V.All(0d);
        for (var site = 0; site < _sites; site++)
        {
            var all = ~V.All(0d);
            foreach (var robot in Robots)
            {
                all &= tile.SquaredDistance(robot, FirstFixture + site) < V.All(_siteRadius * _siteRadius);
            }

            met |= all;
            for (var i = 0; i < Robots.Length; i++)
            {
                rewards[i] += V.Select(all, V.All(10d) * Worth(tile, i, site), V.All(0d));
            }
        }

        return met;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        for (var site = 0; site < _sites; site++)
        {
            AddOffset(tile, robot, FirstFixture + site, ref row);
            row.Add(Worth(tile, robot, site));
        }
    }

    private ref V Worth(Tile<V> tile, int robot, int site) => ref tile.Memory(_worth + (robot * _sites) + site);

    /// <summary>A site has room for all, m.</summary>
    private static double SiteRadius(int robots) => 0.3 * Math.Sqrt(Math.Max(robots, 1));

    /// <summary>Half the arena, m: there is room for all sites.</summary>
    private static double Semi(RendezvousOptions options) => options.Sites is > 0 and <= 64
        ? Math.Max(Field.Semi(options.Robots), SiteRadius(options.Robots) * 2d * Math.Sqrt(options.Sites))
        : throw new ScenarioException($"Sites: {options.Sites} is not between 1 and 64");
}
