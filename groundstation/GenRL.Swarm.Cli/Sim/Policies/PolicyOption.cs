using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim.Policies;

/// <summary>The policies by their names.</summary>
internal static class PolicyOption
{
    private const string Random = "random";
    private const string Wander = "wander";
    private const string Still = "still";

    /// <summary>Steps for which a wandering agent keeps its action.</summary>
    private const int WanderSteps = 8;

    /// <summary><c>--policy</c>.</summary>
    public static Option<string> Create(string usual = Random)
    {
        var option = new Option<string>("--policy")
        {
            Description = $"{Random}: new actions each step; {Wander}: kept for {WanderSteps} steps; {Still}: none", DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not (Random or Wander or Still))
            {
                result.AddError($"--policy: there is no {result.GetValueOrDefault<string>()}; {Random}, {Wander} and {Still} are there");
            }
        });
        return option;
    }

    /// <summary><c>--policy</c> of commands that draw: white noise goes nowhere, and shows nothing.</summary>
    public static Option<string> CreateForPictures() => Create(Wander);

    /// <summary>The policy of that name.</summary>
    public static IPolicy Make(string name, ulong seed, int worlds) => name switch
    {
        Still => new StillPolicy(),
        Wander => new RandomPolicy(seed, worlds, WanderSteps),
        _ => new RandomPolicy(seed, worlds, 1),
    };
}
