using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

public sealed class ContactsTests
{
    private const double Stiffness = 100d;
    private const double Margin = 1e-3;
    private const double Thickness = 1d / 150d;
    private static readonly PhysicsSpec CutOff = new();
    private static readonly PhysicsSpec Fading = new() { CutOff = false };

    public static TheoryData<double> Depths => [-0.02, -3e-3, -1e-4, 1e-5, 1e-4, 5e-4, 2e-3, 0.02, 0.15];

    [Theory]
    [MemberData(nameof(Depths))]
    public void Push_TwoDiscs_IsTheFormulasForce(double depth)
    {
        Assert.Equal(depth < 0d ? 0d : Expected(depth), Discs<Lanes256<double>>(CutOff, depth), 1e-12);
        Assert.Equal(Expected(depth), Discs<Lanes256<double>>(Fading, depth), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void Push_TwoDiscsInFloat32_IsTheFormulasForceButForRounding(double depth)
    {
        // A distance of 0.35 m is known to 3e-8 m.
        Assert.Equal(depth < 0d ? 0d : Expected(depth), Discs<Lanes256<float>>(CutOff, depth), 1e-5);
        Assert.Equal(Expected(depth), Discs<Lanes256<float>>(Fading, depth), 1e-5);
    }

    [Fact]
    public void Push_TwoDiscsInOnePlace_IsNil()
    {
        var rig = new Rig<Lanes128<double>>(CutOff, Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1)), Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1)));

        Assert.All(rig.Push(), force => Assert.Equal((0d, 0d, 0d), force));
    }

    [Theory]
    [InlineData(0.3, -1d)]
    [InlineData(-0.2, 1d)]
    public void Push_ADiscOnALineOffItsCentre_TurnsTheLineAwayFromIt(double at, double sign)
    {
        var rig = new Rig<Lanes128<double>>(CutOff, Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1)), Rig<Lanes128<double>>.Free(new BodyShape.Line(1d)));
        rig.Place(0, at, 0.1);

        var forces = rig.Push();

        var force = Expected(Thickness);
        Assert.Equal(0d, forces[0].X);
        Assert.Equal(force, forces[0].Y, 1e-12);
        Assert.Equal(-force, forces[1].Y, 1e-12);
        Assert.Equal(sign * Math.Abs(at) * force, forces[1].Torque, 1e-12);
        Assert.Equal(0d, forces[0].Torque);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Push_ADiscOutsideABox_IsAlikeForSolidAndHollow(bool hollow)
    {
        const double y = 0.14;
        var forces = OnBox(hollow, 0.03, y);

        var force = Expected(0.1 + Thickness - (y - 0.05));
        Assert.Equal(0d, forces[0].X, 1e-13);
        Assert.Equal(force, forces[0].Y, 1e-10);
        Assert.Equal(-0.03 * force, forces[1].Torque, 1e-11);
    }

    [Fact]
    public void Push_ADiscInsideABox_ASolidOnePushesItOutAHollowOneIn()
    {
        var (solid, hollow) = (OnBox(false, 0.03, 0.04), OnBox(true, 0.03, 0.04));

        Assert.Equal(Expected(0.1 + Thickness + 0.01), solid[0].Y, 1e-10);
        Assert.Equal(-Expected(0.1 + Thickness - 0.01), hollow[0].Y, 1e-10);
    }

    [Theory]
    [InlineData(1e-4, true)]
    [InlineData(-1e-4, false)]
    public void Push_ADiscByALine_IsCutOffAsSoonAsTheyAreApart(double depth, bool pushes)
    {
        var rig = new Rig<Lanes128<double>>(CutOff, Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1)), Rig<Lanes128<double>>.Free(new BodyShape.Line(1d)));
        rig.Place(0, 0.2, 0.1 + Thickness - depth);

        Assert.Equal(pushes ? Expected(depth) : 0d, rig.Push()[0].Y, 1e-12);
    }

    [Fact]
    public void Push_BodiesThatDoNotTouchEachOther_IsNil()
    {
        var disc = Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1));
        var stays = disc with { Movable = false, Rotatable = false };

        Assert.NotEqual(0d, Pushed(disc, disc));
        Assert.NotEqual(0d, Pushed(disc with { Group = 1 }, disc));
        Assert.NotEqual(0d, Pushed(disc with { Group = 1 }, disc with { Group = 2 }));
        Assert.NotEqual(0d, Pushed(disc, stays));
        Assert.Equal(0d, Pushed(disc with { Group = 1 }, disc with { Group = 1 }));
        Assert.Equal(0d, Pushed(disc with { Collides = false }, disc));
        Assert.Equal(0d, Pushed(disc, disc with { Collides = false }));
        Assert.Equal(0d, Pushed(stays, stays));
    }

    [Fact]
    public void Push_EveryPairOfShapes_ForcesCancelToTheLastBit()
    {
        AssertCancel<Lanes128<double>>(CutOff);
        AssertCancel<Lanes128<double>>(Fading);
        AssertCancel<Lanes256<float>>(CutOff);
    }

    private static void AssertCancel<V>(PhysicsSpec laws)
        where V : unmanaged, ILanes<V>
    {
        BodyShape[] shapes = [new BodyShape.Disc(0.2), new BodyShape.Line(0.7), new BodyShape.Box(0.5, 0.3), new BodyShape.Box(0.4, 0.4, Hollow: true)];
        var random = new RandomStream(3, 0, 0);
        foreach (var (one, other) in shapes.SelectMany(one => shapes.Select(other => (one, other))))
        {
            var (rig, touched) = (new Rig<V>(laws, Rig<V>.Free(one), Rig<V>.Free(other)), 0);
            for (var i = 0; i < 400; i++)
            {
                rig.Scatter(random, 0.3f);
                var forces = rig.Push();
                Assert.Equal(forces[0].X, -forces[1].X);
                Assert.Equal(forces[0].Y, -forces[1].Y);
                touched += forces[0].X != 0d ? 1 : 0;
            }

            Assert.True(touched > 0, $"{one} and {other} touched {touched} times");
        }
    }

    private static double Discs<V>(PhysicsSpec laws, double depth)
        where V : unmanaged, ILanes<V>
    {
        var rig = new Rig<V>(laws, Rig<V>.Free(new BodyShape.Disc(0.1)), Rig<V>.Free(new BodyShape.Disc(0.25)));
        rig.Place(0, 0.6 * (0.35 - depth), 0.8 * (0.35 - depth));
        var forces = rig.Push();
        Assert.True(forces[0].X >= 0d, "the first is pushed away from the other");
        return Math.Sqrt((forces[0].X * forces[0].X) + (forces[0].Y * forces[0].Y));
    }

    private static (double X, double Y, double Torque)[] OnBox(bool hollow, double x, double y)
    {
        var box = Rig<Lanes128<double>>.Free(new BodyShape.Box(0.4, 0.1, hollow));
        var rig = new Rig<Lanes128<double>>(CutOff, Rig<Lanes128<double>>.Free(new BodyShape.Disc(0.1)), box);
        rig.Place(0, x, y);
        return rig.Push();
    }

    private static double Pushed(BodySpec one, BodySpec other)
    {
        var rig = new Rig<Lanes128<double>>(CutOff, one, other);
        rig.Place(0, 0.1, 0d);
        return rig.Push().Sum(force => Math.Abs(force.X));
    }

    private static double Expected(double depth) => Stiffness * Margin * (Math.Max(depth / Margin, 0d) + Math.Log(1d + Math.Exp(-Math.Abs(depth / Margin))));
}
