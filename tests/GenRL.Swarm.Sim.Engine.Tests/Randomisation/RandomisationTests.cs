using System.Reflection;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Tests.Randomisation;

public sealed class RandomisationTests
{
    private readonly MemoryMap _memory = new();

    /// <summary>All quantities of the description.</summary>
    public static TheoryData<string> Quantities =>
        [.. typeof(RandomisationSpec).GetProperties().Where(property => property.PropertyType == typeof(Interval)).Select(property => property.Name)];

    [Fact]
    public void Checked_TheDefault_Passes()
    {
        Assert.Same(RandomisationSpec.Default, RandomisationSpec.Default.Checked());
        Assert.Same(RandomisationSpec.Nominal, RandomisationSpec.Nominal.Checked());
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Checked_AnyQuantityThatMakesNoSense_IsNamed(string quantity)
    {
        Assert.Contains(quantity + " must be finite", Refused(new Interval(double.NaN, 1d, 0.5)), StringComparison.Ordinal);
        Assert.Contains(quantity + " is reversed", Refused(new Interval(0.3, 0.2, 0.25)), StringComparison.Ordinal);
        Assert.Contains(quantity + " must lie between", Refused(new Interval(-9d, 1d, 0.5)), StringComparison.Ordinal);
        Assert.Contains(quantity + " must hold its nominal value", Refused(new Interval(0.1, 0.2, 0.9)), StringComparison.Ordinal);
        Assert.Contains(quantity + " must have a step", Refused(new Interval(0.1, 0.2, 0.1, -1d)), StringComparison.Ordinal);

        string Refused(Interval interval)
        {
            var spec = RandomisationSpec.Default with { };
            typeof(RandomisationSpec).GetProperty(quantity, BindingFlags.Public | BindingFlags.Instance)!.SetValue(spec, interval);
            return Assert.Throws<ArgumentException>(spec.Checked).Message;
        }
    }

    [Theory]
    [InlineData(-0.1, 1d, 0, "From")]
    [InlineData(0d, double.NaN, 0, "To")]
    [InlineData(0d, 1d, -1, "Episodes")]
    public void Checked_ACurriculumThatMakesNoSense_IsNamed(double from, double to, int episodes, string field) => Assert.Contains(
        $"Curriculum.{field}",
        Assert.Throws<ArgumentException>((RandomisationSpec.Default with { Curriculum = new(from, to, episodes) }).Checked).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Take_WithTheCurriculumOff_IsNominalAndTakesNoMemory()
    {
        var draws = new Draws<Lanes128<double>>(_memory, Curriculum.Off);

        var parameter = draws.Take(new Interval(0.6, 1.6, 1d), 0.25);

        Assert.Equal(0, _memory.Count);
        Assert.Equal(0.25, Bench.Get(parameter.In(new Bench(new PhysicsSpec(), 0, Bench.Robot()).Tile)));
    }

    [Fact]
    public void Begin_FillsTheInterval_AndWorldsDiffer()
    {
        var draws = new Draws<Lanes128<double>>(_memory, Curriculum.Full);
        var parameter = draws.Take(new Interval(0.6, 1.6, 1d), 2d);
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());
        var values = new List<double>();

        for (var episode = 0; episode < 2000; episode++)
        {
            draws.Begin(bench.Tile, bench.Spawn);
            values.Add(Bench.Get(parameter.In(bench.Tile)));
        }

        Assert.NotEqual(Lanes128<double>.Get(parameter.In(bench.Tile), 0), Lanes128<double>.Get(parameter.In(bench.Tile), 1));
        Assert.InRange(values.Min(), 1.2, 1.21);
        Assert.InRange(values.Max(), 3.19, 3.2);
        Assert.InRange(values.Average(), 2.15, 2.25);
    }

    [Fact]
    public void Begin_WithAStep_DrawsEveryMultipleAndNothingElse()
    {
        var draws = new Draws<Lanes128<double>>(_memory, Curriculum.Full);
        var delay = draws.Take(RandomisationSpec.Default.Delay);
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());

        var counts = Enumerable.Range(0, 4000).Select(_ =>
        {
            draws.Begin(bench.Tile, bench.Spawn);
            return (int)Math.Round(Bench.Get(delay.In(bench.Tile)) / 0.02);
        }).CountBy(steps => steps).ToDictionary();

        Assert.Equal([0, 1, 2, 3], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 900, 1100));
    }

    [Fact]
    public void Begin_ACurriculum_WidensFromEpisodeToEpisode()
    {
        var draws = new Draws<Lanes128<double>>(_memory, new Curriculum(0d, 1d, 10));
        var parameter = draws.Take(new Interval(-1d, 1d, 0d));
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());

        for (var episode = 0; episode < 200; episode++)
        {
            draws.Begin(bench.Tile, bench.Spawn);
            var reach = Math.Min(episode / 10d, 1d);
            Assert.InRange(Bench.Get(parameter.In(bench.Tile)), -reach, reach);
        }

        Assert.InRange(Enumerable.Range(0, 200).Max(_ =>
        {
            draws.Begin(bench.Tile, bench.Spawn);
            return Bench.Get(parameter.In(bench.Tile));
        }), 0.95, 1d);
    }

    [Fact]
    public void Draw_ForAScalarWorld_KeepsToTheScale()
    {
        var random = new RandomStream(1, 0, 0);
        var values = Enumerable.Range(0, 1000).Select(_ => new Interval(0d, 0.5, 0d).Draw(random, 0.5)).ToList();

        Assert.InRange(values.Min(), 0d, 0.01);
        Assert.InRange(values.Max(), 0.24, 0.25);
    }
}
