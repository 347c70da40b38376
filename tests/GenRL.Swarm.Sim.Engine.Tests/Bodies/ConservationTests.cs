using GenRL.Swarm.Sim.Engine.Bodies;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

/// <summary>Free bodies without drag: contacts conserve momentum to rounding, and what energy they take they give back.</summary>
public sealed class ConservationTests
{
    private static readonly PhysicsSpec Free = new() { Dt = 0.02, Drag = 0d, ContactForce = 400d };

    [Fact]
    public void Discs_OfDifferentMass_KeepTheirMomentum()
    {
        var bench = Crowd(out var masses);
        var (px, py) = Momentum(bench, masses);

        for (var step = 0; step < 2000; step++)
        {
            bench.Step();
            var (x, y) = Momentum(bench, masses);
            Assert.Equal(px, x, 1e-12);
            Assert.Equal(py, y, 1e-12);
        }
    }

    [Fact]
    public void Discs_GainNoEnergy()
    {
        var bench = Crowd(out var masses);
        var start = Energy(bench, masses);
        var touched = false;

        for (var step = 0; step < 2000; step++)
        {
            bench.Step();
            var energy = Energy(bench, masses);
            touched |= energy < 0.99 * start;
            Assert.InRange(energy, 0d, 1.02 * start);
        }

        Assert.True(touched, "some energy lay in a contact at some time");
        Assert.InRange(Energy(bench, masses), 0.9 * start, 1.02 * start);
    }

    [Fact]
    public void ADiscThatHitsABox_KeepsMomentumAndAngularMomentum()
    {
        var box = new BodySpec("box", new BodyShape.Box(0.6, 0.2)) { Movable = true, Rotatable = true, Drag = 0d, Mass = 2d };
        var bench = new Bench(Free with { LineThickness = 1e-3 }, 0, Bench.Robot(), box);
        bench.Place(0, -0.2, 0.5);
        bench.Tile.VelocityY(0) = Bench.All(-1d);
        var inertia = box.Shape.Inertia(2d);
        var before = Angular();

        for (var step = 0; step < 100; step++)
        {
            bench.Step();
        }

        Assert.True(Math.Abs(bench.Spin(1)) > 0.1, "the box was hit off its centre");
        Assert.Equal(-1d, bench.VelocityY() + (2d * bench.VelocityY(1)), 1e-12);
        Assert.Equal(before, Angular(), 0.02);

        double Angular() => Moment(0, 1d) + Moment(1, 2d) + (inertia * bench.Spin(1));

        double Moment(int body, double mass) => mass * ((bench.X(body) * bench.VelocityY(body)) - (bench.Y(body) * bench.VelocityX(body)));
    }

    private static Bench Crowd(out double[] masses)
    {
        double[] own = [1d, 2d, 0.5, 1d, 3d];
        masses = own;
        var bench = new Bench(Free with { SemiX = double.PositiveInfinity }, 0, [.. own.Select(mass => Bench.Robot(0.15) with { Mass = mass })]);
        for (var i = 0; i < own.Length; i++)
        {
            // A ring that falls inwards, not evenly.
            var angle = Math.Tau * i / own.Length;
            bench.Place(i, Math.Cos(angle), Math.Sin(angle));
            bench.Tile.VelocityX(i) = Bench.All((-0.5 * Math.Cos(angle)) + (0.02 * i));
            bench.Tile.VelocityY(i) = Bench.All(-0.5 * Math.Sin(angle));
        }

        return bench;
    }

    private static (double X, double Y) Momentum(Bench bench, double[] masses) =>
        (masses.Select((mass, i) => mass * bench.VelocityX(i)).Sum(), masses.Select((mass, i) => mass * bench.VelocityY(i)).Sum());

    private static double Energy(Bench bench, double[] masses) =>
        masses.Select((mass, i) => mass / 2d * ((bench.VelocityX(i) * bench.VelocityX(i)) + (bench.VelocityY(i) * bench.VelocityY(i)))).Sum();
}
