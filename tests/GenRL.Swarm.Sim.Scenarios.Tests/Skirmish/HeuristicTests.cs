using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class HeuristicTests
{
    private readonly RandomStream _random = new(1, 0, 0);

    // Seeing nobody, unit 3 at (30, 12) walks to (2, 20): 28 m left and 8 m up; 10 m on its way it still knows where to.
    [Fact]
    public void Command_SeesNobody_WalksToItsStartsMirrorPoint()
    {
        var (field, policy) = (Alone(30f, 12f), new HeuristicPolicy(Field.Marines, 1));

        policy.Command(field.Units, field.World.Orders, _random);
        Assert.Equal((-1f, 0f, 0), Order(field, 3));

        field.Put(3, 4f, 12f);
        policy.Command(field.Units, field.World.Orders, _random);
        Assert.Equal((0f, 1f, 0), Order(field, 3));
    }

    // An ally 6 m below is seen (9 m), not in range (5 m).
    [Fact]
    public void Command_SeesAnEnemyOutOfRange_WalksTowardsIt()
    {
        var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines, 1));
        field.Put(0, 15f, 10f);

        policy.Command(field.Units, field.World.Orders, _random);

        Assert.Equal((0f, -1f, 0), Order(field, 3));
    }

    [Fact]
    public void Command_SeveralInRange_AttacksTheClosestUntilItIsGone()
    {
        var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines, 1));
        field.Put(0, 16f, 18f);
        field.Put(1, 13f, 16f);

        policy.Command(field.Units, field.World.Orders, _random);
        Assert.Equal((0f, 0f, 7), Order(field, 3)); // ally 0 is the enemies' last target

        field.Put(1, 15f, 16f); // closer now, but it keeps to the first
        policy.Command(field.Units, field.World.Orders, _random);
        Assert.Equal(7, field.Units.Attack[3]);

        field.Kill(0);
        policy.Command(field.Units, field.World.Orders, _random);
        Assert.Equal(6, field.Units.Attack[3]);
    }

    [Fact]
    public void Command_RandomTargets_TakesAnyInRange()
    {
        var taken = new HashSet<int>();
        for (var i = 0; i < 50; i++)
        {
            var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines with { EnemyTargets = TargetChoice.Random }, 1));
            field.Put(0, 16f, 18f);
            field.Put(1, 13f, 16f);
            policy.Command(field.Units, field.World.Orders, _random);
            taken.Add(field.Units.Attack[3]);
        }

        Assert.Equal([6, 7], taken.Order());
    }

    [Fact]
    public void Command_DoesNotShoot_WalksOn()
    {
        var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines with { EnemyShoots = false }, 1));
        field.Put(0, 16f, 18f);

        policy.Command(field.Units, field.World.Orders, _random);

        Assert.Equal((0f, 1f, 0), Order(field, 3));
    }

    [Fact]
    public void Command_OfTheAllies_CountsEnemiesForwards()
    {
        var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines, 0));
        field.Put(1, 16f, 14f);

        policy.Command(field.Units, field.World.Orders, _random);

        Assert.Equal(5, field.Units.Attack[1]);
    }

    [Fact]
    public void Command_TheDead_AttackNobody()
    {
        var (field, policy) = (Alone(16f, 16f), new HeuristicPolicy(Field.Marines, 1));
        field.Put(0, 16f, 18f);
        field.Kill(3);

        policy.Command(field.Units, field.World.Orders, _random);

        Assert.Equal((0f, 1f, 0), Order(field, 3)); // from the origin to (16, 16), of two alike moves the first
    }

    // Unit 3 there, everybody else far off in the corners.
    private static Field Alone(float x, float y)
    {
        var field = new Field(Field.Marines);
        for (var i = 0; i < 6; i++)
        {
            field.Put(i, i < 3 ? 1.5f : 30.5f, 28f + i);
        }

        field.Put(3, x, y);
        return field;
    }

    private static (float X, float Y, int Attack) Order(Field field, int unit) => (field.Units.MoveX[unit], field.Units.MoveY[unit], field.Units.Attack[unit]);
}
