using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>The keyword arguments with which MPE2 made an environment. One that nobody asked for is an error.</summary>
internal sealed class MpeKwargs
{
    private readonly Dictionary<string, JsonElement> _left;

    private MpeKwargs(JsonElement kwargs)
    {
        _left = kwargs.ValueKind == JsonValueKind.Object
            ? kwargs.EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value)
            : throw new GoldenException("kwargs: is not an object");

        // What is only drawn or only written down changes no number.
        foreach (var name in (ReadOnlySpan<string>)["render_mode", "dynamic_rescaling", "benchmark_data"])
        {
            _left.Remove(name);
        }
    }

    /// <summary>The options that a file asks for.</summary>
    public static MpeOptions Read(JsonElement file)
    {
        var kwargs = new MpeKwargs(file.Get("kwargs"));
        var continuous = file.Get("action_mode").Text("action_mode") switch
        {
            "discrete" => false,
            "continuous" => true,
            var other => throw new GoldenException($"action_mode: \"{other}\" is neither discrete nor continuous"),
        };
        if (kwargs.Flag("continuous_actions", continuous) != continuous)
        {
            throw new GoldenException("kwargs.continuous_actions: says otherwise than action_mode");
        }

        var options = kwargs.For(file.Get("env").Text("env")) with { Continuous = continuous, MaxCycles = kwargs.Count("max_cycles", 25) };
        return kwargs._left.Count == 0 ? options : throw new GoldenException($"kwargs: no rule for {string.Join(", ", kwargs._left.Keys)}");
    }

    private MpeOptions For(string env) => env switch
    {
        "simple" => new SimpleOptions(),
        "simple_spread" => new SpreadOptions
        {
            Agents = Count("N", 3),
            LocalRatio = Share("local_ratio", 0.5),
            Curriculum = Flag("curriculum", false),
            TerminateOnSuccess = Flag("terminate_on_success", false),
            AgentNeighbours = Maybe("num_agent_neighbors"),
            LandmarkNeighbours = Maybe("num_landmark_neighbors"),
        },
        "simple_tag" => new TagOptions
        {
            Good = Count("num_good", 1),
            Adversaries = Count("num_adversaries", 3),
            Obstacles = Count("num_obstacles", 2),
            Curriculum = Flag("curriculum", false),
            TerminateOnSuccess = Flag("terminate_on_success", false),
            AgentNeighbours = Maybe("num_agent_neighbors"),
            LandmarkNeighbours = Maybe("num_landmark_neighbors"),
        },
        "simple_adversary" => new AdversaryOptions
        {
            Good = Count("N", 2),
            AgentNeighbours = Maybe("num_agent_neighbors"),
            LandmarkNeighbours = Maybe("num_landmark_neighbors"),
        },
        "simple_push" => new PushOptions(),
        "simple_reference" => new ReferenceOptions { LocalRatio = Share("local_ratio", 0.5) },
        "simple_speaker_listener" => new SpeakerListenerOptions(),
        "simple_crypto" => new CryptoOptions(),
        "simple_world_comm" => new WorldCommOptions
        {
            Good = Count("num_good", 2),
            Adversaries = Count("num_adversaries", 4),
            Obstacles = Count("num_obstacles", 1),
            Food = Count("num_food", 2),
            Forests = Count("num_forests", 2),
        },
        "simple_formation" => new FormationOptions { Agents = Count("N", 4), TerminateOnSuccess = Flag("terminate_on_success", false) },
        "simple_line" => new LineOptions { Agents = Count("N", 4), TerminateOnSuccess = Flag("terminate_on_success", false) },
        _ => throw new GoldenException($"env: no rules for \"{env}\""),
    };

    private JsonElement? Take(string name) => _left.Remove(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private bool Flag(string name, bool usual) => Take(name) is { } value ? value.Truth($"kwargs.{name}") : usual;

    private double Share(string name, double usual) => Take(name)?.Number($"kwargs.{name}") ?? usual;

    private int Count(string name, int usual) => Maybe(name) ?? usual;

    private int? Maybe(string name) => Take(name)?.Whole($"kwargs.{name}");
}
