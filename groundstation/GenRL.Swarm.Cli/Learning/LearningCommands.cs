using System.CommandLine;
using System.Diagnostics;
using GenRL.Swarm.Cli.Processes;

namespace GenRL.Swarm.Cli.Learning;

/// <summary><c>swarm train</c>, <c>swarm quantise</c> and <c>swarm evaluate</c>: the learning process with the same arguments, in this terminal.</summary>
internal static class LearningCommands
{
    /// <summary><c>train</c>.</summary>
    public static Command Train()
    {
        var seed = new Option<ulong>("--seed") { Description = "everything random follows from it", DefaultValueFactory = _ => 1 };
        var output = new Option<DirectoryInfo>("--out") { Description = "folder for bundle/ and learning/", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("runs", "train")) };
        var command = new Command("train", "Trains world model, policy and codebook from nothing.") { seed, output };
        command.SetAction((parsed, cancel) =>
        {
            var folder = parsed.GetValue(output)!.FullName;
            return RunAsync(["train", "--seed", $"{parsed.GetValue(seed)}", "--out", folder, "--work", Path.Combine(folder, "stages")], cancel);
        });
        return command;
    }

    /// <summary><c>quantise</c>.</summary>
    public static Command Quantise() =>
        PassedOn("quantise", "Stores a release's policy in 8-bit integers.", "--bundle FOLDER --out FOLDER [--learning FOLDER] [--seed N]");

    /// <summary><c>evaluate</c>.</summary>
    public static Command Evaluate() => PassedOn(
        "evaluate", "Flies a bundle with the onboard agent in lock step.",
        "--bundle FOLDER [--scenario NAME] [--robots N] [--episodes N] [--candidates N] [--seed N] [--floor NAME]");

    private static Command PassedOn(string verb, string description, string arguments)
    {
        var rest = new Argument<string[]>("arguments") { Description = arguments, Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(verb, description) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync([verb, .. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens], cancel));
        return command;
    }

    /// <summary>Ctrl-C reaches the child as it reaches us: it stops by itself, and we wait for it.</summary>
    private static async Task<int> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var program = Programs.Command("GenRL.Swarm.Learning.Process", "swarm-learn");
        using var child = Process.Start(new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("swarm-learn did not start");
        await using var kill = cancellationToken.Register(() => child.Kill(entireProcessTree: true));
        await child.WaitForExitAsync(CancellationToken.None);
        return child.ExitCode;
    }
}
