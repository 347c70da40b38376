using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

/// <summary>Whole fights, many of them.</summary>
public sealed class BalanceTests(ITestOutputHelper output)
{
    // Of the decided fights between equals half are won; five deviations of that are allowed.
    [Theory]
    [InlineData("3m", 1000)]
    [InlineData("2s3z", 600)]
    [InlineData("8m", 600)]
    [InlineData("smacv2_5_units", 1000)]
    [InlineData("smacv2_10_units", 600)]
    public void Fights_ScriptAgainstScript_AreEven(string map, int fights)
    {
        var options = SkirmishMap.Find(map).Options() with { Control = Control.Both };
        var (allies, enemies) = (new HeuristicPolicy(options, 0), new HeuristicPolicy(options, 1));

        var (wins, losses, open) = Fight(options, fights, (world, random) =>
        {
            if (world.Steps == 0)
            {
                allies.Reset();
                enemies.Reset();
            }

            allies.Command(world.Units, world.Orders, random);
            enemies.Command(world.Units, world.Orders, random);
        });

        var decided = wins + losses;
        var half = 5 * 0.5 / Math.Sqrt(decided);
        output.WriteLine($"{map}: {wins} won, {losses} lost, {open} open; {(double)wins / decided:F3} +- {1.96 * 0.5 / Math.Sqrt(decided):F3}");
        Assert.True(decided > fights * 0.8);
        Assert.InRange((double)wins / decided, 0.5 - half, 0.5 + half);
    }

    [Theory]
    [InlineData("3m", 1000)]
    [InlineData("2s3z", 600)]
    [InlineData("8m", 300)]
    [InlineData("25m", 60)]
    [InlineData("smacv2_10_units", 300)]
    public void Fights_RandomAlliesAgainstTheScript_AreNotWon(string map, int fights)
    {
        var options = SkirmishMap.Find(map).Options() with { Control = Control.Both };
        var enemies = new HeuristicPolicy(options, 1);

        var (wins, losses, open) = Fight(options, fights, (world, random) =>
        {
            if (world.Steps == 0)
            {
                enemies.Reset();
            }

            for (var i = 0; i < world.Units.Allies; i++)
            {
                world.Orders.Give(world.Units, i, random.NextInt32(world.Orders.Choices(0)));
            }

            enemies.Command(world.Units, world.Orders, random);
        });

        output.WriteLine($"{map}: {wins} won, {losses} lost, {open} open of {fights}");
        Assert.True(wins <= fights * 0.01);
        Assert.True(losses >= fights * 0.85); // the rest ran out of time: nobody found the last of those that hid
    }

    private static (int Wins, int Losses, int Open) Fight(SkirmishOptions options, int fights, Action<SkirmishWorld, RandomStream> command)
    {
        var world = new SkirmishWorld(options);
        var rewards = new float[world.Actions.Count];
        var (wins, losses) = (0, 0);
        for (var fight = 0; fight < fights; fight++)
        {
            var random = new RandomStream(7, fight, 0);
            world.Reset(random);
            do
            {
                command(world, random);
            }
            while (world.Play(rewards) == EpisodeEnd.None);

            wins += world.Units.IsBeaten(1) && !world.Units.IsBeaten(0) ? 1 : 0;
            losses += world.Units.IsBeaten(0) && !world.Units.IsBeaten(1) ? 1 : 0;
        }

        return (wins, losses, fights - wins - losses);
    }
}
