using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>Makes the scenario that a file's name and keyword arguments ask for.</summary>
internal static class VmasRules
{
    /// <summary>The scenario; null where only its bodies are known, so that motion alone can be compared.</summary>
    /// <exception cref="GoldenException">An argument is not known.</exception>
    public static VmasScenario<V>? Find<V>(string scenario, JsonElement arguments)
        where V : unmanaged, ILanes<V> => scenario switch
        {
            "simple_spread" => Spread<V>(arguments),
            "simple_tag" => Tag<V>(arguments),
            "navigation" => Navigation<V>(arguments),
            "balance" => Balance<V>(arguments),
            "transport" => Transport<V>(arguments),
            "reverse_transport" => ReverseTransport<V>(arguments),
            "wheel" => Wheel<V>(arguments),
            "dispersion" => Dispersion<V>(arguments),
            "flocking" => Flocking<V>(arguments),
            _ => null,
        };

    private static Spread<V> Spread<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "obs_agents");
        return new(a.WholeOr("n_agents", 3), a.TruthOr("obs_agents", true));
    }

    private static Tag<V> Tag<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "num_good_agents", "num_adversaries", "num_landmarks");
        return new(a.WholeOr("num_good_agents", 1), a.WholeOr("num_adversaries", 3), a.WholeOr("num_landmarks", 2));
    }

    private static Navigation<V> Navigation<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas(
            "kwargs", "n_agents", "shared_rew", "collisions", "agent_radius", "n_lidar_rays", "lidar_range", "world_spawning_x", "world_spawning_y",
            "enforce_bounds", "pos_shaping_factor", "final_reward", "agent_collision_penalty");
        var usual = new NavigationOptions();
        return new(new NavigationOptions(
            a.WholeOr("n_agents", usual.Agents),
            a.TruthOr("shared_rew", usual.Shared),
            a.TruthOr("collisions", usual.Collisions),
            a.NumberOr("agent_radius", usual.Radius),
            a.WholeOr("n_lidar_rays", usual.Rays),
            a.NumberOr("lidar_range", usual.Range),
            a.NumberOr("world_spawning_x", usual.SemiX),
            a.NumberOr("world_spawning_y", usual.SemiY),
            a.TruthOr("enforce_bounds", usual.Bounded),
            a.NumberOr("pos_shaping_factor", usual.Shaping),
            a.NumberOr("final_reward", usual.Final),
            a.NumberOr("agent_collision_penalty", usual.Penalty)));
    }

    private static Balance<V> Balance<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "package_mass", "random_package_pos_on_line");
        return new(a.WholeOr("n_agents", 3), a.NumberOr("package_mass", 5d), a.TruthOr("random_package_pos_on_line", true));
    }

    private static Transport<V> Transport<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "n_packages", "package_length", "package_width", "package_mass");
        var usual = new TransportOptions();
        return new(new TransportOptions(
            a.WholeOr("n_agents", usual.Agents),
            a.WholeOr("n_packages", usual.Packages),
            a.NumberOr("package_length", usual.Length),
            a.NumberOr("package_width", usual.Width),
            a.NumberOr("package_mass", usual.Mass)));
    }

    private static ReverseTransport<V> ReverseTransport<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "package_length", "package_width", "package_mass");
        var usual = new ReverseTransportOptions();
        return new(new ReverseTransportOptions(
            a.WholeOr("n_agents", usual.Agents),
            a.NumberOr("package_length", usual.Length),
            a.NumberOr("package_width", usual.Width),
            a.NumberOr("package_mass", usual.Mass)));
    }

    private static Wheel<V> Wheel<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "line_length", "line_mass", "desired_velocity");
        return new(a.WholeOr("n_agents", 4), a.NumberOr("line_length", 2d), a.NumberOr("line_mass", 30d), a.NumberOr("desired_velocity", 0.05));
    }

    private static Dispersion<V> Dispersion<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "n_food", "share_reward", "penalise_by_time", "food_radius");
        var agents = a.WholeOr("n_agents", 4);
        return new(agents, a.WholeOr("n_food", agents), a.TruthOr("share_reward", false), a.TruthOr("penalise_by_time", false), a.NumberOr("food_radius", 0.05));
    }

    private static Flocking<V> Flocking<V>(JsonElement a)
        where V : unmanaged, ILanes<V>
    {
        a.OnlyHas("kwargs", "n_agents", "n_obstacles", "collision_reward");
        return new(a.WholeOr("n_agents", 4), a.WholeOr("n_obstacles", 5), a.NumberOr("collision_reward", -0.1));
    }

    private static int WholeOr(this JsonElement element, string name, int usual) => element.Find(name)?.Whole(name) ?? usual;

    private static double NumberOr(this JsonElement element, string name, double usual) => element.Find(name)?.Number(name) ?? usual;

    private static bool TruthOr(this JsonElement element, string name, bool usual) => element.Find(name)?.Truth(name) ?? usual;
}
