using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class StartTests
{
    private static readonly SkirmishOptions Options = SkirmishMap.Find("smacv2_10_units").Options();

    [Fact]
    public void Place_Facing_PutsEachTeamInItsSquare()
    {
        foreach (var units in Episodes(Options with { Starts = StartPositions.Facing }))
        {
            Assert.All(Enumerable.Range(0, 20), i => Assert.InRange(units.X[i] - (i < 10 ? 8f : 24f), -2f, 2f));
            Assert.All(Enumerable.Range(0, 20), i => Assert.InRange(units.Y[i], 14f, 18f));
        }
    }

    [Fact]
    public void Place_Reflect_MirrorsTheAllies()
    {
        foreach (var units in Episodes(Options with { Starts = StartPositions.Reflect }))
        {
            Assert.All(Enumerable.Range(0, 10), i => Assert.InRange(units.X[i], 0f, 16f));
            Assert.All(Enumerable.Range(0, 10), i => Assert.Equal((32f - units.X[i], units.Y[i]), (units.X[10 + i], units.Y[10 + i])));
        }
    }

    // The outer team stands within 2 m (by each axis) of four points on the diagonals, one between each corner and the centre.
    [Fact]
    public void Place_Surround_PutsOneTeamInTheCentreAndTheOtherOnTheDiagonals()
    {
        var alliesInside = 0;
        foreach (var units in Episodes(Options with { Starts = StartPositions.Surround }))
        {
            var alliesAreInside = Enumerable.Range(0, 10).All(i => IsCentral(units, i));
            alliesInside += alliesAreInside ? 1 : 0;
            var outer = alliesAreInside ? 10 : 0;
            Assert.All(Enumerable.Range(10 - outer, 10), i => Assert.True(IsCentral(units, i)));
            Assert.All(Enumerable.Range(outer, 10), i =>
                Assert.InRange(MathF.Abs(MathF.Abs(units.X[i] - 16f) - MathF.Abs(units.Y[i] - 16f)), 0f, 4f + 1e-4f));
        }

        Assert.InRange(alliesInside, 140, 260); // 200 of 400 with a deviation of 10
    }

    [Fact]
    public void Place_SurroundOrReflect_IsEachHalfOfTheTime()
    {
        var mirrored = Episodes(Options).Count(units => Enumerable.Range(0, 10).All(i => units.Y[i] == units.Y[10 + i]));

        Assert.InRange(mirrored, 160, 240);
    }

    [Fact]
    public void Assign_RandomTypes_AreAlikeInBothTeamsAndUniform()
    {
        var counts = new int[6];
        foreach (var units in Episodes(Options))
        {
            Assert.Equal(units.Type[..10], units.Type[10..20]);
            Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(UnitRules.Smax[units.Type[i]].Health, units.FullHealth[i]));
            foreach (var type in units.Type[..10])
            {
                counts[type]++;
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 572, 762)); // 667 of 4000 with a deviation of 24
    }

    // SMACv2's Terrans, with marauders for what SMAX has no medivacs for.
    [Fact]
    public void Assign_WeightedTypes_AreDrawnByWeight()
    {
        var types = Episodes(Options with { TypeWeights = [0.45f, 0.55f, 0f, 0f, 0f, 0f] }).SelectMany(units => units.Type[..10]).ToList();

        Assert.InRange(types.Count(type => type == 0), 1674, 1926); // 1800 of 4000 with a deviation of 31
        Assert.DoesNotContain(types, type => type > 1);
    }

    [Fact]
    public void Reset_OverlappingStarts_ArePushedApartOnce()
    {
        var world = new SkirmishWorld(SkirmishMap.Find("25m").Options());
        world.Reset(new RandomStream(3, 0, 0));

        Assert.Contains(Enumerable.Range(0, 25), i => MathF.Abs(world.Units.X[i] - 8f) > 2f); // 25 marines do not fit in a square of 4 m unpushed
    }

    private static bool IsCentral(Units units, int i) => MathF.Abs(units.X[i] - 16f) <= 2f && MathF.Abs(units.Y[i] - 16f) <= 2f;

    // 400 episodes' units before anybody is pushed.
    private static IEnumerable<Units> Episodes(SkirmishOptions options)
    {
        var (units, random) = (new Units(options), new RandomStream(5, 0, 0));
        var (teams, starts) = (new Teams(options), new Starts(options));
        for (var episode = 0; episode < 400; episode++)
        {
            teams.Assign(units, random);
            units.Refresh();
            starts.Place(units, random);
            yield return units;
        }
    }
}
