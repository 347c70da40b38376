using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Refuses bodies and laws that no physics can be made of, by the name of the body and of the number.</summary>
internal static class BodyChecks
{
    /// <summary>Throws where a law is none.</summary>
    /// <exception cref="ArgumentException">It is; names it.</exception>
    public static void Check(PhysicsSpec spec)
    {
        const string what = "physics";
        Positive(what, spec.Dt);
        Positive(what, spec.Substeps);
        Share(what, spec.Drag);
        PositiveOrInfinite(what, spec.SemiX);
        PositiveOrInfinite(what, spec.SemiY);
        NotNegative(what, spec.ContactForce);
        Positive(what, spec.ContactMargin);
        NotNegative(what, spec.LineThickness);
        Finite(what, spec.GravityX);
        Finite(what, spec.GravityY);
    }

    /// <summary>Throws where a body cannot be.</summary>
    /// <exception cref="ArgumentException">It cannot; names it.</exception>
    public static void Check(BodySpec body)
    {
        var what = $"body \"{body.Name}\"";
        Check(what, body.Shape);
        Positive(what, body.Mass);
        Positive(what, body.MomentOfInertia);
        Share(what, body.Drag ?? 0d, nameof(body.Drag));
        NotNegativeOrInfinite(what, body.MaxSpeed);
        NotNegativeOrInfinite(what, body.MaxComponent);
        NotNegativeOrInfinite(what, body.MaxForce);
        NotNegativeOrInfinite(what, body.MaxForceComponent);
        NotNegative(what, body.LinearFriction);
        NotNegative(what, body.AngularFriction);
        Finite(what, body.GravityX);
        Finite(what, body.GravityY);
    }

    private static void Check(string what, BodyShape shape)
    {
        switch (shape)
        {
            case BodyShape.Disc disc:
                Positive(what, disc.Radius);
                break;
            case BodyShape.Box box:
                Positive(what, box.Length);
                Positive(what, box.Width);
                break;
            case BodyShape.Line line:
                Positive(what, line.Length);
                break;
            default:
                throw new ArgumentException($"{what}: a shape that is not known: {shape}", nameof(shape));
        }
    }

    private static void Positive(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(!(number > 0d && double.IsFinite(number)), what, name, number, "a positive number");

    private static void PositiveOrInfinite(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(!(number > 0d), what, name, number, "a positive number");

    private static void NotNegative(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(!(number >= 0d && double.IsFinite(number)), what, name, number, "a number from 0 on");

    private static void NotNegativeOrInfinite(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(!(number >= 0d), what, name, number, "a number from 0 on");

    private static void Share(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(number is not (>= 0d and <= 1d), what, name, number, "a number from 0 to 1");

    private static void Finite(string what, double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        Refuse(!double.IsFinite(number), what, name, number, "a number");

    private static void Refuse(bool bad, string what, string name, double number, string wanted)
    {
        if (bad)
        {
            throw new ArgumentException(FormattableString.Invariant($"{what}: {name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]} {number} is not {wanted}"), nameof(number));
        }
    }
}
