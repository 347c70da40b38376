using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>Memory for one window at a time.</summary>
internal sealed class FitScratch
{
    /// <summary>Scratch for a model's windows.</summary>
    public FitScratch(IPlantModel model)
    {
        var columns = model.Unknowns.Count + WindowFit.StartLength(model) + 1;
        Columns = [.. Enumerable.Range(0, columns).Select(_ => new double[FlightWindow.Steps * model.Channels])];
        Gram = new double[columns, columns];
    }

    /// <summary>A simulation of the window.</summary>
    public EgoState[] Expected { get; } = new EgoState[FlightWindow.Steps];

    /// <summary>Another one.</summary>
    public EgoState[] Other { get; } = new EgoState[FlightWindow.Steps];

    /// <summary>Jacobian by unknowns, by start, residual; each [steps x channels].</summary>
    public double[][] Columns { get; }

    /// <summary>Inner products of the columns.</summary>
    public double[,] Gram { get; }

    /// <summary>Fills <see cref="Gram"/> from <see cref="Columns"/>, times <paramref name="weight"/>.</summary>
    public void FillGram(double weight)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Gram[i, j] = Gram[j, i] = weight * Dot(Columns[i], Columns[j]);
            }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var total = 0d;
        for (var i = 0; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
