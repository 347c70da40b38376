using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

/// <summary>Motion against numbers worked by hand.</summary>
public sealed class MoverTests
{
    private static readonly PhysicsSpec Laws = new() { Dt = 0.1, Drag = 0.25 };
    private static readonly BodySpec Heavy = new("heavy", new BodyShape.Disc(0.1)) { Movable = true, Mass = 2d };

    [Fact]
    public void Step_VelocityFirst_PositionMovesWithTheNewVelocity()
    {
        var rig = Moving(Laws, Heavy, 1d, -2d);

        rig.Step(4d, 2d);

        // 0.75 * 1 + 4 / 2 * 0.1 and 0.75 * -2 + 2 / 2 * 0.1
        AssertAt((0.95, -1.4), rig.Velocity(0));
        AssertAt((0.095, -0.14), rig.Pose(0));
    }

    [Fact]
    public void Step_PositionFirst_PositionMovesWithTheOldVelocity()
    {
        var rig = Moving(Laws with { PositionFirst = true }, Heavy, 1d, -2d);

        rig.Step(4d, 2d);

        AssertAt((0.95, -1.4), rig.Velocity(0));
        AssertAt((0.1, -0.2), rig.Pose(0));
    }

    [Fact]
    public void Step_InParts_DragActsInTheFirstOnly()
    {
        var rig = Moving(Laws with { Substeps = 2 }, Heavy, 1d, 0d);

        rig.Step(4d);

        // 0.75 + 0.1 = 0.85, then 0.85 + 0.1; positions by 0.05 s each
        AssertAt((0.95, 0d), rig.Velocity(0));
        AssertAt((0.09, 0d), rig.Pose(0));
    }

    [Fact]
    public void Step_ABodyWithADragOfItsOwn_LosesThat()
    {
        var rig = Moving(Laws, Heavy with { Drag = 0.5 }, 1d, 0d);

        rig.Step();

        AssertAt((0.5, 0d), rig.Velocity(0));
    }

    [Fact]
    public void Step_TooFast_SpeedIsCappedThenEachComponent()
    {
        var capped = Moving(Laws with { Drag = 0d }, Heavy with { MaxSpeed = 1d }, 3d, 4d);
        var both = Moving(Laws with { Drag = 0d }, Heavy with { MaxSpeed = 1d, MaxComponent = 0.7 }, 3d, 4d);

        capped.Step();
        both.Step();

        AssertAt((0.6, 0.8), capped.Velocity(0));
        AssertAt((0.6, 0.7), both.Velocity(0));
        AssertAt((0.06, 0.07), both.Pose(0));
    }

    [Fact]
    public void Step_AtTheWorldsEnd_PositionStaysAndVelocityIsKept()
    {
        var rig = Moving(Laws with { Drag = 0d, SemiX = 1d }, Heavy, 5d, 5d);
        rig.Place(0, 0.9, 0.9);

        rig.Step();

        AssertAt((1d, 1.4), rig.Pose(0));
        AssertAt((5d, 5d), rig.Velocity(0));
    }

    [Fact]
    public void Step_TorqueOnALine_TurnsIt()
    {
        // 3 kg * (2 m)^2 / 12 = 1 kg m^2
        var line = new BodySpec("line", new BodyShape.Line(2d)) { Rotatable = true, Mass = 3d };
        var rig = new Rig<Lanes128<double>>(Laws, line);
        rig.Place(0, 0d, 0d, 0.5);
        rig.Move(0, 0d, 0d, 1d);

        rig.Step(7d, 7d, 2d);

        Assert.Equal(0.95, rig.Velocity(0).Spin, 1e-15);
        Assert.Equal((0d, 0d), (rig.Pose(0).X, rig.Pose(0).Y));
        Assert.Equal(0.595, rig.Pose(0).Rotation, 1e-15);
        Assert.Equal(Math.Cos(0.595), Rig<Lanes128<double>>.Get(rig.Tile.Cos(0)), 1e-15);
        Assert.Equal(Math.Sin(0.595), Rig<Lanes128<double>>.Get(rig.Tile.Sin(0)), 1e-15);
    }

    [Fact]
    public void Step_Gravity_IsTheWorldsAndTheBodysWhateverTheMass()
    {
        var rig = Moving(Laws with { GravityX = 1d, GravityY = -0.5 }, Heavy with { GravityY = 2d }, 0d, 0d);

        rig.Step();

        AssertAt((0.1, 0.15), rig.Velocity(0));
    }

    [Fact]
    public void Step_TooStrongAnAction_ForceIsCappedThenEachComponent()
    {
        var rig = Moving(Laws, Heavy with { MaxForce = 10d, MaxForceComponent = 7d }, 0d, 0d);

        rig.Step(30d, -40d);

        // (6, -8), then (6, -7)
        AssertAt((0.3, -0.35), rig.Velocity(0));
    }

    [Theory]
    [InlineData(1d, 0.8)]
    [InlineData(-1d, -0.8)]
    [InlineData(0.15, 0d)]
    [InlineData(-0.15, 0d)]
    [InlineData(0d, 0d)]
    public void Step_DryFriction_SlowsByItsShareThenStops(double before, double after)
    {
        var rig = Moving(Laws with { Drag = 0d }, Heavy with { LinearFriction = 2d }, before, 0d);

        rig.Step();

        AssertAt((after, 0d), rig.Velocity(0));
    }

    [Fact]
    public void Step_DryFrictionOnABodyThatMovesAskew_NeverTurnsItBack()
    {
        var rig = Moving(Laws with { Drag = 0d }, Heavy with { LinearFriction = 50d }, 0.3, -0.4);

        rig.Step();

        // 0.3 - 0.6 * 0.3 and -0.4 + 0.8 * 0.4
        AssertAt((0.12, -0.08), rig.Velocity(0));
    }

    [Fact]
    public void Step_DryFrictionOfTurning_SlowsThenStops()
    {
        var line = new BodySpec("line", new BodyShape.Line(2d)) { Rotatable = true, Mass = 3d, Drag = 0d, AngularFriction = 2d };
        var rig = new Rig<Lanes128<double>>(Laws, line);
        rig.Move(0, 0d, 0d, 0.3);

        rig.Step();
        Assert.Equal(0.1, rig.Velocity(0).Spin, 1e-15);
        rig.Step();

        Assert.Equal(0d, rig.Velocity(0).Spin, 1e-15);
    }

    private static Rig<Lanes128<double>> Moving(PhysicsSpec laws, BodySpec body, double x, double y)
    {
        var rig = new Rig<Lanes128<double>>(laws, body);
        rig.Move(0, x, y);
        return rig;
    }

    private static void AssertAt((double X, double Y) expected, (double X, double Y, double Turn) actual)
    {
        Assert.Equal(expected.X, actual.X, 1e-15);
        Assert.Equal(expected.Y, actual.Y, 1e-15);
    }
}
