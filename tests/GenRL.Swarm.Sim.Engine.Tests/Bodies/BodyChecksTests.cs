using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

public sealed class BodyChecksTests
{
    private static readonly BodySpec Disc = new("puck", new BodyShape.Disc(0.1)) { Movable = true };

    public static TheoryData<double> Nonsense => [double.NaN, -1d];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Physics_OfABodyThatCannotBe_NamesTheBodyAndTheNumber(double bad)
    {
        AssertRefused("Radius", Disc with { Shape = new BodyShape.Disc(bad) });
        AssertRefused("Length", Disc with { Shape = new BodyShape.Line(bad) });
        AssertRefused("Length", Disc with { Shape = new BodyShape.Box(bad, 1d) });
        AssertRefused("Width", Disc with { Shape = new BodyShape.Box(1d, bad) });
        AssertRefused("Mass", Disc with { Mass = bad });
        AssertRefused("MomentOfInertia", Disc with { Inertia = bad });
        AssertRefused("Drag", Disc with { Drag = bad });
        AssertRefused("MaxSpeed", Disc with { MaxSpeed = bad });
        AssertRefused("MaxComponent", Disc with { MaxComponent = bad });
        AssertRefused("MaxForce", Disc with { MaxForce = bad });
        AssertRefused("MaxForceComponent", Disc with { MaxForceComponent = bad });
        AssertRefused("LinearFriction", Disc with { LinearFriction = bad });
        AssertRefused("AngularFriction", Disc with { AngularFriction = bad });
        AssertRefused("GravityX", Disc with { GravityX = double.NaN });
        AssertRefused("GravityY", Disc with { GravityY = double.PositiveInfinity });
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Physics_OfLawsThatAreNone_NamesTheNumber(double bad)
    {
        AssertRefused("Dt", new PhysicsSpec { Dt = bad });
        AssertRefused("Substeps", new PhysicsSpec { Substeps = 0 });
        AssertRefused("Drag", new PhysicsSpec { Drag = bad });
        AssertRefused("SemiX", new PhysicsSpec { SemiX = bad });
        AssertRefused("SemiY", new PhysicsSpec { SemiY = bad });
        AssertRefused("ContactForce", new PhysicsSpec { ContactForce = bad });
        AssertRefused("ContactMargin", new PhysicsSpec { ContactMargin = bad });
        AssertRefused("LineThickness", new PhysicsSpec { LineThickness = bad });
        AssertRefused("GravityX", new PhysicsSpec { GravityX = double.NaN });
    }

    private static void AssertRefused(string number, BodySpec body)
    {
        var message = Assert.Throws<ArgumentException>(() => new Physics<Lanes128<float>>([Disc with { Name = "other" }, body], new PhysicsSpec())).Message;
        Assert.Contains($"\"puck\": {number} ", message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string number, PhysicsSpec spec) => Assert.Contains(
        $"physics: {number} ", Assert.Throws<ArgumentException>(() => new Physics<Lanes128<float>>([Disc], spec)).Message, StringComparison.Ordinal);
}
