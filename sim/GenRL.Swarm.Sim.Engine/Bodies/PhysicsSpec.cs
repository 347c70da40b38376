namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>
/// The laws of a world of bodies. A contact pushes with C k ln(1 + exp(p / k)), p being the depth of penetration: a spring that sets in softly
/// (Lowe et al., Multi-agent actor-critic for mixed cooperative-competitive environments, 2017; used alike by VMAS, arXiv 2207.03530).
/// </summary>
public sealed record PhysicsSpec
{
    /// <summary>Time step, s.</summary>
    public double Dt { get; init; } = 0.1;

    /// <summary>Parts into which a step is cut.</summary>
    public int Substeps { get; init; } = 1;

    /// <summary>Share of its velocity that a body loses per step.</summary>
    public double Drag { get; init; } = 0.25;

    /// <summary>Whether positions move with the velocity from before the step (MPE2) instead of the one after it (VMAS, first MPE).</summary>
    public bool PositionFirst { get; init; }

    /// <summary>Half the world's extent along x, m: bodies do not leave it.</summary>
    public double SemiX { get; init; } = double.PositiveInfinity;

    /// <summary>Half the world's extent along y, m.</summary>
    public double SemiY { get; init; } = double.PositiveInfinity;

    /// <summary>Stiffness C of a contact, N/m.</summary>
    public double ContactForce { get; init; } = 100d;

    /// <summary>Softness k of a contact, m.</summary>
    public double ContactMargin { get; init; } = 1e-3;

    /// <summary>Whether a contact's force is nil as soon as bodies are apart (VMAS), or fades (MPE).</summary>
    public bool CutOff { get; init; } = true;

    /// <summary>Thickness that lines and boxes have for contacts, m.</summary>
    public double LineThickness { get; init; } = 1d / 150d;

    /// <summary>Acceleration of all bodies along x, m/s^2.</summary>
    public double GravityX { get; init; }

    /// <summary>Acceleration of all bodies along y, m/s^2.</summary>
    public double GravityY { get; init; }
}
