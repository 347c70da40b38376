using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Dynamics;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Engine.Tests.Sensors;

using Fixed = Parameter<Lanes128<double>>;

public sealed class ProprioceptionTests
{
    private const double Dt = 0.1;

    private readonly MemoryMap _memory = new();

    [Fact]
    public void Odometry_ATurnedCompass_LeadsItAstrayInProportionToTheWay()
    {
        var odometry = new Odometry<Lanes128<double>>(new() { HeadingBias = Fixed.Fixed(0.05), ScaleError = Fixed.Fixed(0.1) }, 0, Dt, _memory);
        var bench = Start();
        odometry.Begin(bench.Tile, bench.Spawn);

        Go(bench, 50, odometry.Advance, 0.4, 0d);

        var read = Read(bench, 4, odometry.Read);
        Assert.Equal(1d + (2d * 1.1 * Math.Cos(0.05)), read[0], 1e-12);
        Assert.Equal(2d * 1.1 * Math.Sin(0.05), read[1], 1e-12);
        Assert.Equal(0.4, read[2], 1e-12);
    }

    [Fact]
    public void Odometry_TheWalk_GrowsWithTheRootOfTime()
    {
        var odometry = new Odometry<Lanes128<double>>(new() { Walk = Fixed.Fixed(0.02) }, 0, Dt, _memory);
        var bench = Start();
        double Spread(int steps) => Math.Sqrt(Enumerable.Range(0, 500).Average(_ =>
        {
            odometry.Begin(bench.Tile, bench.Spawn);
            for (var step = 0; step < steps; step++)
            {
                odometry.Advance(bench.Tile);
            }

            var error = Read(bench, 4, odometry.Read)[0] - 1d;
            return error * error;
        }));

        Assert.InRange(Spread(10), 0.018, 0.022);
        Assert.InRange(Spread(90), 0.054, 0.066);
    }

    [Fact]
    public void Odometry_ReadingNoise_HasItsDeviation()
    {
        var odometry = new Odometry<Lanes128<double>>(new() { PositionNoise = Fixed.Fixed(0.03), VelocityNoise = Fixed.Fixed(0.06) }, 0, Dt, _memory);
        var bench = Start();
        odometry.Begin(bench.Tile, bench.Spawn);
        var reads = Enumerable.Range(0, 4000).Select(_ => Read(bench, 4, odometry.Read)).ToList();

        Assert.InRange(Math.Sqrt(reads.Average(read => (read[0] - 1d) * (read[0] - 1d))), 0.0285, 0.0315);
        Assert.InRange(Math.Sqrt(reads.Average(read => read[3] * read[3])), 0.057, 0.063);
    }

    [Fact]
    public void Imu_OnACircle_FeelsTheTurnAndTheCentripetalAcceleration()
    {
        const double Short = 1e-3;
        var imu = new Imu<Lanes128<double>>(0, Short, _memory, gyroBias: Fixed.Fixed(0.25));
        var bench = Start(Short);
        var unicycle = new Unicycle<Lanes128<double>>(Short, Fixed.Fixed(2d), Fixed.Fixed(2d));
        imu.Begin(bench.Tile, bench.Spawn);

        for (var step = 0; step < 20; step++)
        {
            bench.Drive(unicycle, 1, 0.5, 1.5);
            imu.Advance(bench.Tile);
        }

        var read = Read(bench, 3, imu.Read);
        Assert.Equal(1.75, read[0], 1e-12);
        Assert.Equal(0d, read[1], 1e-3);
        Assert.Equal(0.75, read[2], 1e-3);
    }

    [Fact]
    public void Imu_GyroNoise_HasItsDeviation()
    {
        var imu = new Imu<Lanes128<double>>(0, Dt, _memory, Fixed.Fixed(0.0018), accelerationNoise: Fixed.Fixed(0.1));
        var bench = Start();
        imu.Begin(bench.Tile, bench.Spawn);
        var reads = Enumerable.Range(0, 4000).Select(_ => Read(bench, 3, imu.Read)).ToList();

        Assert.InRange(Math.Sqrt(reads.Average(read => read[0] * read[0])), 0.0017, 0.0019);
        Assert.InRange(Math.Sqrt(reads.Average(read => read[1] * read[1])), 0.095, 0.105);
    }

    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(0.4, 0.4)]
    [InlineData(-0.3, 0.3)]
    public void WheelEncoders_CountWhatTheWheelsRoll(double left, double right)
    {
        var encoders = new WheelEncoders<Lanes128<double>>(0, 0.16, 1000d, _memory);
        var bench = Start();
        encoders.Begin(bench.Tile, bench.Spawn);

        Go(bench, 50, encoders.Advance, left, right, new DifferentialDrive<Lanes128<double>>(Dt, 0.16, Fixed.Fixed(1d)));

        Assert.Equal([left * 5000d, right * 5000d], Read(bench, 2, encoders.Read));
    }

    [Fact]
    public void WheelEncoders_NoiseIsAFewWholeCounts()
    {
        var encoders = new WheelEncoders<Lanes128<double>>(0, 0.16, 1000d, _memory, Fixed.Fixed(0.25));
        var bench = Start();
        encoders.Begin(bench.Tile, bench.Spawn);
        var reads = Enumerable.Range(0, 4000).Select(_ => Read(bench, 2, encoders.Read)[0]).ToList();

        // Off by one where the noise exceeds half a count: two standard deviations, 4.55 % of the time.
        Assert.All(reads, read => Assert.Equal(Math.Round(read), read));
        Assert.InRange(reads.Count(read => read != 0d) / 4000d, 0.035, 0.056);
    }

    private Bench Start(double dt = Dt)
    {
        var bench = new Bench(new PhysicsSpec { Dt = dt, Drag = 0d }, _memory.Count, Bench.Robot());
        bench.Place(0, 1d, 0d);
        return bench;
    }

    private static void Go(Bench bench, int steps, Action<Tile<Lanes128<double>>> advance, double first, double second, RobotDynamics<Lanes128<double>>? dynamics = null)
    {
        for (var step = 0; step < steps; step++)
        {
            bench.Drive(dynamics ?? new SingleIntegrator<Lanes128<double>>(Dt, Fixed.Fixed(2d)), 1, first, second);
            advance(bench.Tile);
        }
    }

    private delegate void Reader(Tile<Lanes128<double>> tile, ref Row<Lanes128<double>> row);

    private static double[] Read(Bench bench, int count, Reader reader)
    {
        var numbers = new Lanes128<double>[count];
        var row = new Row<Lanes128<double>>(numbers);
        reader(bench.Tile, ref row);
        return [.. numbers.Select(Bench.Get)];
    }
}
