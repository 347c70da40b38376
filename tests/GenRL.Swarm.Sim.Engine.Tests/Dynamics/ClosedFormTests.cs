using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Dynamics;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Tests.Dynamics;

using Fixed = Parameter<Lanes128<double>>;

/// <summary>Each dynamics against the solution on paper, with steps so long that an approximation would show.</summary>
public sealed class ClosedFormTests
{
    private const double Dt = 0.2;
    private const double Exact = 1e-12;

    private readonly MemoryMap _memory = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void SingleIntegrator_GoesStraightAtTheCommand(int substeps)
    {
        var bench = Start(substeps);

        bench.Drive(new SingleIntegrator<Lanes128<double>>(Dt, Fixed.Fixed(2d)), 5, 0.3, -0.4);

        Near(0.3, bench.X());
        Near(-0.4, bench.Y());
    }

    [Fact]
    public void SingleIntegrator_TooFast_IsShortened()
    {
        var bench = Start();

        bench.Drive(new SingleIntegrator<Lanes128<double>>(Dt, Fixed.Fixed(1d)), 5, 3d, 4d);

        Near(0.6, bench.X());
        Near(0.8, bench.Y());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void DoubleIntegrator_FliesAParabola(int substeps)
    {
        var bench = Start(substeps);

        bench.Drive(new DoubleIntegrator<Lanes128<double>>(Dt, Fixed.Fixed(10d)), 10, 1.5, -1d);

        Near(1.5 * 4d / 2d, bench.X());
        Near(-4d / 2d, bench.Y());
        Near(3d, bench.VelocityX());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void FirstOrderLag_FollowsTheExponential(int substeps)
    {
        const double Tau = 0.25;
        var bench = Start(substeps);

        bench.Drive(new FirstOrderLag<Lanes128<double>>(Dt, Fixed.Fixed(Tau), Fixed.Fixed(2d)), 5, 1d, -0.5);

        Near(1d - Math.Exp(-1d / Tau), bench.VelocityX());
        Near(1d - (Tau * (1d - Math.Exp(-1d / Tau))), bench.X());
        Near(-0.5 * bench.X(), bench.Y());
    }

    [Fact]
    public void FirstOrderLag_ATurnedCompass_TurnsThePath()
    {
        var bench = Start();

        bench.Drive(new FirstOrderLag<Lanes128<double>>(Dt, Fixed.Fixed(1e-3), Fixed.Fixed(2d), Fixed.Fixed(Math.PI / 2d)), 5, 1d, 0d);

        Near(0d, bench.X());
        Near(1d - 1e-3, bench.Y());
    }

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(-2.5, 3)]
    [InlineData(1e-5, 1)]
    [InlineData(0d, 1)]
    public void Unicycle_DrivesAnArc(double turn, int substeps)
    {
        var bench = Start(substeps);

        bench.Drive(new Unicycle<Lanes128<double>>(Dt, Fixed.Fixed(2d), Fixed.Fixed(4d)), 5, 0.8, turn);

        Near(Math.Abs(turn) < 1e-3 ? 0.8 * (1d - (turn * turn / 6d)) : 0.8 / turn * Math.Sin(turn), bench.X());
        Near(Math.Abs(turn) < 1e-3 ? 0.8 * turn / 2d : 0.8 / turn * (1d - Math.Cos(turn)), bench.Y());
        Near(turn, bench.Rotation());
        Near(0.8 * Math.Cos(turn), bench.VelocityX());
    }

    [Fact]
    public void Unicycle_ManyTurns_KeepsTheRotationSmall()
    {
        var bench = Start();

        bench.Drive(new Unicycle<Lanes128<double>>(Dt, Fixed.Fixed(2d), Fixed.Fixed(4d)), 100, 0.5, 3d);

        Assert.InRange(bench.Rotation(), -4d, 4d);
        Near(Math.Cos(60d), Math.Cos(bench.Rotation()));
    }

    [Fact]
    public void HolonomicRotation_StrafingWhileTurning_DrivesAnArcSideways()
    {
        var bench = Start();

        bench.Drive(new HolonomicRotation<Lanes128<double>>(Dt, Fixed.Fixed(2d), Fixed.Fixed(4d)), 5, 0d, 0.5, 1.2);

        Near(-0.5 / 1.2 * (1d - Math.Cos(1.2)), bench.X());
        Near(0.5 / 1.2 * Math.Sin(1.2), bench.Y());
    }

    [Fact]
    public void Bicycle_TurnsAboutTheCentreThatItsAxlesPointTo()
    {
        var bench = Start();
        var radius = 0.3 / Math.Tan(0.4);

        bench.Drive(new Bicycle<Lanes128<double>>(Dt, 0.3, 0.6, Fixed.Fixed(2d)), 5, 0.5, 0.4);

        Near(0.5 / radius, bench.Rotation());
        Near(radius * Math.Sin(0.5 / radius), bench.X());
        Near(radius * (1d - Math.Cos(0.5 / radius)), bench.Y());
    }

    [Fact]
    public void Bicycle_SteeringTooFar_IsCut()
    {
        var (one, other) = (Start(), Start());
        var bicycle = new Bicycle<Lanes128<double>>(Dt, 0.3, 0.6, Fixed.Fixed(2d));

        one.Drive(bicycle, 5, 0.5, 0.6);
        other.Drive(bicycle, 5, 0.5, 1.5);

        Assert.Equal(one.Rotation(), other.Rotation());
    }

    [Fact]
    public void DifferentialDrive_WithoutLag_DrivesTheArcOfItsWheels()
    {
        var bench = Start();
        var turn = (0.5 - 0.3) / 0.16;

        bench.Drive(new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d)), 5, 0.3, 0.5);

        Near(turn, bench.Rotation());
        Near(0.4 / turn * Math.Sin(turn), bench.X());
        Near(0.4 / turn * (1d - Math.Cos(turn)), bench.Y());
    }

    [Theory]
    [InlineData(false, 1d, 0.9)]
    [InlineData(true, 1d, 0.3)]
    public void DifferentialDrive_AWheelTooFast_IsCutOrBothAreSlowed(bool keepsCurvature, double right, double left)
    {
        var bench = Start();
        var straight = Start();

        bench.Drive(new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d), keepsCurvature: keepsCurvature), 1, 0.9, 3d);
        straight.Drive(new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d)), 1, left, right);

        Near(straight.Spin(), bench.Spin());
        Near(straight.X(), bench.X());
    }

    [Fact]
    public void DifferentialDrive_WithLag_TurnsByTheExactAngle()
    {
        const double Tau = 0.3;
        var bench = Start();
        var lost = Tau * (1d - Math.Exp(-1d / Tau));

        bench.Drive(new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d), Fixed.Fixed(Tau)), 5, 0.3, 0.4);

        Near(0.1 / 0.16 * (1d - lost), bench.Rotation());
        Near(0.1 / 0.16 * (1d - Math.Exp(-1d / Tau)), bench.Spin());
        Near(0.35 * (1d - Math.Exp(-1d / Tau)), Math.Sqrt((bench.VelocityX() * bench.VelocityX()) + (bench.VelocityY() * bench.VelocityY())));
    }

    [Fact]
    public void DifferentialDrive_WithLag_LongStepsGoWhereShortStepsGo()
    {
        var (coarse, fine) = (Start(), Start(1, Dt / 100d));

        coarse.Drive(new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d), Fixed.Fixed(0.3)), 5, 0.3, 0.4);
        fine.Drive(new DifferentialDrive<Lanes128<double>>(Dt / 100d, 0.16, Fixed.Fixed(1d), Fixed.Fixed(0.3)), 500, 0.3, 0.4);

        Assert.Equal(fine.X(), coarse.X(), 1e-5);
        Assert.Equal(fine.Y(), coarse.Y(), 1e-5);
    }

    [Fact]
    public void DifferentialDrive_Steer_MovesThePointAheadAsWanted()
    {
        const double Ahead = 0.05;
        const double Short = 1e-5;
        var bench = Start(1, Short);
        bench.Place(0, 0d, 0d, 0.6);
        var drive = new DifferentialDrive<Lanes128<double>>(Short, 0.16, Fixed.Fixed(5d));
        var wheels = new Lanes128<double>[2];
        var (x, y) = (Math.Cos(0.6) * Ahead, Math.Sin(0.6) * Ahead);

        drive.Steer(bench.Tile, 0, Bench.All(0.2), Bench.All(-0.3), Ahead, wheels);
        drive.Drive(bench.Tile, 0, wheels);
        bench.Step();

        Assert.Equal(x + (0.2 * Short), bench.X() + (Math.Cos(bench.Rotation()) * Ahead), 1e-9);
        Assert.Equal(y - (0.3 * Short), bench.Y() + (Math.Sin(bench.Rotation()) * Ahead), 1e-9);
    }

    [Fact]
    public void Quadrotor_ClimbsWithItsLag_BetweenGroundAndCeiling()
    {
        var quadrotor = new Quadrotor<Lanes128<double>>(Dt, Fixed.Fixed(0.4), Fixed.Fixed(3d), 1d, 2d, _memory);
        var bench = new Bench(new PhysicsSpec { Dt = Dt, Drag = 0d }, _memory.Count, Bench.Robot());
        quadrotor.Begin(bench.Tile, bench.Spawn);

        bench.Drive(quadrotor, 5, 1d, 0d, 5d);

        Near(1d - (0.4 * (1d - Math.Exp(-2.5))), Bench.Get(quadrotor.Altitude(bench.Tile)));
        Near(Bench.Get(quadrotor.Altitude(bench.Tile)), bench.X());
        bench.Drive(quadrotor, 20, 0d, 0d, 1d);
        Near(2d, Bench.Get(quadrotor.Altitude(bench.Tile)));
        bench.Drive(quadrotor, 40, 0d, 0d, -1d);
        Near(0d, Bench.Get(quadrotor.Altitude(bench.Tile)));
        Near(0d, Bench.Get(quadrotor.Climb(bench.Tile)));
    }

    [Fact]
    public void ANumberThatMakesNoSense_IsNamed()
    {
        Assert.Equal("dt", Assert.Throws<ArgumentOutOfRangeException>(() => new SingleIntegrator<Lanes128<double>>(double.NaN, Fixed.Fixed(1d))).ParamName);
        Assert.Equal("axles", Assert.Throws<ArgumentOutOfRangeException>(() => new Bicycle<Lanes128<double>>(Dt, -0.3, 0.6, Fixed.Fixed(1d))).ParamName);
        Assert.Equal("topSteer", Assert.Throws<ArgumentOutOfRangeException>(() => new Bicycle<Lanes128<double>>(Dt, 0.3, 2d, Fixed.Fixed(1d))).ParamName);
        Assert.Equal("wheelBase", Assert.Throws<ArgumentOutOfRangeException>(() => new DifferentialDrive<Lanes128<double>>(Dt, 0d, Fixed.Fixed(1d))).ParamName);
    }

    private static Bench Start(int substeps = 1, double dt = Dt) => new(new PhysicsSpec { Dt = dt, Substeps = substeps, Drag = 0d }, 0, Bench.Robot());

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, Exact);
}
