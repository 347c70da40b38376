using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed class ShieldInTheLoopTests(ITestOutputHelper output)
{
    private static readonly ActuatorModel _steelHall = ActuatorModel.Rotated(0.6f, 1f, float.DegreesToRadians(35), 0.2f);

    /// <summary>What drives the robots against each other.</summary>
    public enum Driver
    {
        /// <summary>Everybody to the same point at full speed.</summary>
        Pile,

        /// <summary>A random command every 0.1 s.</summary>
        Random,

        /// <summary>Every robot at its nearest neighbour.</summary>
        Hunt,

        /// <summary>Through the middle to the opposite side and back.</summary>
        Cross,
    }

    public static TheoryData<bool, Driver> Cases()
    {
        var data = new TheoryData<bool, Driver>();
        foreach (var driver in Enum.GetValues<Driver>())
        {
            data.Add(false, driver);
            data.Add(true, driver);
        }

        return data;
    }

    [Theory, Trait("Requirement", "SR-1")]
    [MemberData(nameof(Cases))]
    public void RightModel_AnyDriver_NoContact(bool steelHall, Driver driver)
    {
        var floor = steelHall ? _steelHall : ActuatorModel.Nominal;
        foreach (var robots in (int[])[2, 4, 8, 16])
        {
            for (ulong seed = 1; seed <= 2; seed++)
            {
                var arena = Fly(robots, seed, floor, floor, driver);

                output.WriteLine($"{robots} robots, seed {seed}: gap {arena.SmallestGap:F3} m, wall {arena.SmallestWallGap:F3} m, reasons {string.Join(' ', arena.Reasons)}");
                Assert.True(arena.SmallestGap > 0, $"{robots} robots, seed {seed}: overlap {-arena.SmallestGap:F3} m");
                Assert.True(arena.SmallestWallGap > 0, $"{robots} robots, seed {seed}: {-arena.SmallestWallGap:F3} m into the wall");
            }
        }
    }

    [Fact]
    public void WrongModel_OnTheSteelHall_IsReported()
    {
        // No promise is made for a floor other than the one that the shield was told of; this says how much that matters.
        var touched = Enumerable.Range(1, 3).Count(seed => Fly(8, (ulong)seed, _steelHall, ActuatorModel.Nominal, Driver.Cross).SmallestGap <= 0);

        output.WriteLine($"Shield on the nominal floor's model, flown on the steel hall: contact in {touched} of 3 scenes.");
    }

    private static ShieldArena Fly(int robots, ulong seed, ActuatorModel floor, ActuatorModel believed, Driver driver)
    {
        var random = new SplitMix(seed);
        var arena = new ShieldArena(robots, floor, believed, new ShieldOptions(), 1.0 + 0.15 * robots, random);
        var commands = new Vector2[robots];
        for (var step = 0; step < 300; step++)
        {
            for (var i = 0; i < robots; i++)
            {
                commands[i] = Wish(arena, i, step, driver, random, commands[i], floor);
            }

            arena.Advance(i => commands[i]);
        }

        return arena;
    }

    private static Vector2 Wish(ShieldArena arena, int i, int step, Driver driver, SplitMix random, Vector2 last, ActuatorModel floor)
    {
        var angle = 2 * MathF.PI * i / arena.Robots + (step / 150 % 2) * MathF.PI;
        var velocity = driver switch
        {
            Driver.Pile => Towards(arena.Position(i), Vector2.Zero),
            Driver.Hunt => Towards(arena.Position(i), Enumerable.Range(0, arena.Robots).Where(j => j != i).Select(arena.Position)
                .MinBy(p => Vector2.DistanceSquared(p, arena.Position(i)))),
            Driver.Cross => Towards(arena.Position(i), 1.2f * new Vector2(MathF.Cos(angle), MathF.Sin(angle))),
            _ => step % 5 == 0 ? 1.5f * new Vector2((float)random.Normal(), (float)random.Normal()) : default,
        };
        if (driver == Driver.Random && step % 5 != 0)
        {
            return last;
        }

        // The command that drives there on this floor, turned and scaled as it is.
        var det = floor.GainXX * floor.GainYY - floor.GainXY * floor.GainYX;
        return new Vector2(floor.GainYY * velocity.X - floor.GainXY * velocity.Y, floor.GainXX * velocity.Y - floor.GainYX * velocity.X) / det;
    }

    private static Vector2 Towards(Vector2 from, Vector2 to) => 5f * (to - from);
}
