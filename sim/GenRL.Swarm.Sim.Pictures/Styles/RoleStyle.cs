using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Styles;

/// <summary>How shapes of a role look: the same in every picture.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Light">Colour on a light ground.</param>
/// <param name="Dark">Colour on a dark ground.</param>
/// <param name="Manner">How the colour is applied.</param>
internal sealed record RoleStyle(Role Role, string Name, string Light, string Dark, Manner Manner)
{
    /// <summary>All roles. Blue, violet, red, green and amber stay apart for eyes that confuse red and green, by lightness and by manner.</summary>
    public static IReadOnlyList<RoleStyle> All { get; } =
    [
        new(Role.Floor, "zone", "#e9e7df", "#232a34", Manner.Ground),
        new(Role.Obstacle, "obstacle", "#5d6675", "#566173", Manner.Solid),
        new(Role.Goal, "goal", "#1d9a63", "#46c98c", Manner.Ring),
        new(Role.Load, "load", "#e0981f", "#f2b544", Manner.Solid),
        new(Role.Robot, "robot", "#2563d9", "#5c9aff", Manner.Body),
        new(Role.Other, "second team", "#8b3fc7", "#bd8cff", Manner.Body),
        new(Role.Prey, "prey or enemy", "#d63d36", "#ff6f66", Manner.Body),
        new(Role.Ray, "sensor", "#b08a10", "#e6c65a", Manner.Thin),
        new(Role.Plan, "plan", "#0b8fa3", "#3fd0e4", Manner.Dashed),
    ];

    /// <summary>The style of a role.</summary>
    public static RoleStyle Of(Role role) => All[(int)role];
}

/// <summary>How a colour is applied.</summary>
internal enum Manner
{
    /// <summary>Filled without outline: lies under everything.</summary>
    Ground,

    /// <summary>Filled.</summary>
    Solid,

    /// <summary>Outlined, faintly filled: what stands on it stays visible.</summary>
    Ring,

    /// <summary>Filled, with an outline of the ground's colour that parts robots which touch.</summary>
    Body,

    /// <summary>Thin and translucent.</summary>
    Thin,

    /// <summary>A broken line.</summary>
    Dashed,
}
