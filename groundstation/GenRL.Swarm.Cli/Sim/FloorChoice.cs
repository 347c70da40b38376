using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Cli.Sim;

/// <summary>The floors that a command line can name.</summary>
internal static class FloorChoice
{
    /// <summary>Those that have a name.</summary>
    public const string Names = "nominal, steel-hall";

    /// <summary>The floor called <paramref name="choice"/>, or the one in the file of that name.</summary>
    /// <exception cref="InvalidDataException">It is neither; the message says why.</exception>
    public static Floor Parse(string choice)
    {
        switch (choice)
        {
            case "nominal":
                return Floor.Nominal;
            case "steel-hall":
                return Floor.SteelHall;
        }

        if (!File.Exists(choice))
        {
            throw new InvalidDataException($"--floor: '{choice}' is neither one of {Names} nor a file");
        }

        try
        {
            return IdentificationDocument.Parse(File.ReadAllText(choice)).Floor.ToFloor();
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw new InvalidDataException($"--floor: {Path.GetFileName(choice)}: {error.Message}", error);
        }
    }
}
