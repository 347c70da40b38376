namespace TorchSharp.Modules;

/// <summary>Parameters that share their settings, and what Adam remembers of each: both moments and the step count.</summary>
public abstract class ParamGroup : torch.optim.ILearningRateController, IDisposable
{
    private protected ParamGroup(
        IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
    {
        Parameters = [.. parameters];
        LearningRate = InitialLearningRate = lr;
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = eps;
        WeightDecay = weight_decay;
        Steps = new long[Parameters.Length];
        Mean = Array.ConvertAll(Parameters, NewState);
        Square = Array.ConvertAll(Parameters, NewState);
    }

    public double LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    internal Parameter[] Parameters { get; }

    internal double Beta1 { get; private set; }

    internal double Beta2 { get; private set; }

    internal double Epsilon { get; private set; }

    internal double WeightDecay { get; private set; }

    internal long[] Steps { get; }

    internal torch.Tensor[] Mean { get; }

    internal torch.Tensor[] Square { get; }

    public void Dispose()
    {
        Array.ForEach(Mean, tensor => tensor.Dispose());
        Array.ForEach(Square, tensor => tensor.Dispose());
        GC.SuppressFinalize(this);
    }

    internal void SaveOptions(BinaryWriter writer)
    {
        foreach (var value in (ReadOnlySpan<double>)[InitialLearningRate, LearningRate, Beta1, Beta2, Epsilon, WeightDecay])
        {
            writer.Write(value);
        }

        writer.Write(false);
        writer.Write(false);
    }

    internal void LoadOptions(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Beta1 = reader.ReadDouble();
        Beta2 = reader.ReadDouble();
        Epsilon = reader.ReadDouble();
        WeightDecay = reader.ReadDouble();
        if (reader.ReadBoolean() | reader.ReadBoolean())
        {
            throw new InvalidDataException("The optimiser state uses amsgrad or maximize, which this binding does not have.");
        }
    }

    internal void SaveState(BinaryWriter writer)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            writer.Write(Steps[i]);
            Mean[i].Save(writer);
            Square[i].Save(writer);
            writer.Write(false);
        }
    }

    internal void LoadState(BinaryReader reader)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            Steps[i] = reader.ReadInt64();
            Mean[i].Load(reader);
            Square[i].Load(reader);
            if (reader.ReadBoolean())
            {
                throw new InvalidDataException("The optimiser state uses amsgrad, which this binding does not have.");
            }
        }
    }

    private static torch.Tensor NewState(Parameter parameter)
    {
        using var mode = torch.no_grad();
        return torch.zeros_like(parameter).DetachFromDisposeScope();
    }
}
