using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Draws a skirmish: units by team with their type's letter, health as a bar above, fire at what is in range, and what a unit sees.</summary>
internal static class SkirmishPicture
{
    private const double BarHeight = 0.15;

    /// <summary>Adds the units, back to front.</summary>
    public static void Draw(Scene scene, SkirmishOptions options, Units units, int driven)
    {
        scene.Box(Role.Floor, options.Width / 2, options.Height / 2, options.Width, options.Height);
        Edges(scene, options.Width, options.Height);
        for (var i = 0; i < driven; i++)
        {
            if (units.Health[i] > 0f)
            {
                View(scene, options, units, i);
            }
        }

        for (var i = 0; i < units.Count; i++)
        {
            if (units.Health[i] > 0f)
            {
                Fire(scene, options, units, i);
            }
        }

        for (var i = 0; i < units.Count; i++)
        {
            if (units.Health[i] > 0f)
            {
                Unit(scene, options, units, i, looks: options.View == FieldOfView.Cone && i < driven);
            }
        }
    }

    private static void Edges(Scene scene, double width, double height)
    {
        scene.Segment(Role.Obstacle, 0, 0, width, 0);
        scene.Segment(Role.Obstacle, width, 0, width, height);
        scene.Segment(Role.Obstacle, width, height, 0, height);
        scene.Segment(Role.Obstacle, 0, height, 0, 0);
    }

    // The two sides of the cone, or a line to the nearest enemy in sight.
    private static void View(Scene scene, SkirmishOptions options, Units units, int i)
    {
        var (x, y, sight) = (units.X[i], units.Y[i], units.Sight[i]);
        if (options.View == FieldOfView.Cone)
        {
            var look = MathF.Atan2(units.LookY[i], units.LookX[i]);
            var half = MathF.PI / options.Looks;
            scene.Segment(Role.Ray, x, y, x + (sight * MathF.Cos(look - half)), y + (sight * MathF.Sin(look - half)));
            scene.Segment(Role.Ray, x, y, x + (sight * MathF.Cos(look + half)), y + (sight * MathF.Sin(look + half)));
            return;
        }

        var other = i < units.Allies ? 1 : 0;
        var (nearest, least) = (-1, sight * sight);
        for (var j = units.First(other); j < units.End(other); j++)
        {
            var (dx, dy) = (units.X[j] - x, units.Y[j] - y);
            if (units.Health[j] > 0f && (dx * dx) + (dy * dy) < least)
            {
                (nearest, least) = (j, (dx * dx) + (dy * dy));
            }
        }

        if (nearest >= 0)
        {
            scene.Segment(Role.Ray, x, y, units.X[nearest], units.Y[nearest]);
        }
    }

    private static void Fire(Scene scene, SkirmishOptions options, Units units, int i)
    {
        if (units.Attack[i] == 0)
        {
            return;
        }

        var target = units.Target(i < units.Allies ? 0 : 1, units.Attack[i] - options.FirstAttack);
        if (units.Health[target] > 0f && Attacks.Hits(units, i, target))
        {
            scene.Segment(Role.Plan, units.X[i], units.Y[i], units.X[target], units.Y[target]);
        }
    }

    private static void Unit(Scene scene, SkirmishOptions options, Units units, int i, bool looks)
    {
        var (x, y, radius) = (units.X[i], units.Y[i], units.Radius[i]);
        var heading = looks ? Math.Atan2(units.LookY[i], units.LookX[i]) : double.NaN;
        scene.Disc(i < units.Allies ? Role.Robot : Role.Prey, x, y, radius, heading, options.Units[units.Type[i]].Letter);
        var (full, left) = (2 * radius, 2 * radius * units.Health[i] / units.FullHealth[i]);
        var top = y + radius + BarHeight;
        scene.Box(Role.Obstacle, x, top, full, BarHeight);
        scene.Box(Role.Goal, x - ((full - left) / 2), top, left, BarHeight);
    }
}
