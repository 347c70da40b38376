using static TorchSharp.Native;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: one native call per group and step, and state files in TorchSharp's own format.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private readonly ParamGroup[] _groups;
    private readonly bool _decoupled;

    private protected OptimizerHelper(IEnumerable<ParamGroup> groups, bool decoupled)
    {
        _groups = [.. groups];
        _decoupled = decoupled;
    }

    public override IEnumerable<ILearningRateController> ParamGroups => _groups;

    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

    public override torch.Tensor? step(Func<torch.Tensor>? closure = null)
    {
        torch.Tensor? loss = null;
        if (closure is not null)
        {
            using var mode = torch.enable_grad();
            loss = closure();
        }

        Array.ForEach(_groups, Step);
        return loss;
    }

    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.Encode(_groups.Length);
        writer.Encode(_groups.Sum(group => group.Parameters.Length));
        Array.ForEach(_groups, group => group.SaveOptions(writer));
        Array.ForEach(_groups, group => group.SaveState(writer));
    }

    /// <summary>As <see cref="load_state_dict(BinaryReader)"/>, from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> of an optimiser over the same parameters wrote.</summary>
    /// <exception cref="InvalidDataException">Another optimiser wrote it, or the bytes make no sense.</exception>
    /// <exception cref="ArgumentException">Groups, parameters or shapes differ.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.DecodeKey();
        if (name != GetType().Name)
        {
            throw new InvalidDataException($"The file holds the state of '{name}', not of {GetType().Name}.");
        }

        if (reader.Decode() != _groups.Length || reader.Decode() != _groups.Sum(group => group.Parameters.Length))
        {
            throw new ArgumentException("The file holds another number of groups or parameters.", nameof(reader));
        }

        Array.ForEach(_groups, group => group.LoadOptions(reader));
        Array.ForEach(_groups, group => group.LoadState(reader));
    }

    protected override void Dispose(bool disposing) => Array.ForEach(_groups, group => group.Dispose());

    private unsafe void Step(ParamGroup group)
    {
        fixed (nint* parameters = Handles(group.Parameters), mean = Handles(group.Mean), square = Handles(group.Square))
        fixed (long* steps = group.Steps)
        {
            Check(swt_adam_step(
                parameters,
                mean,
                square,
                steps,
                group.Parameters.Length,
                group.LearningRate,
                group.Beta1,
                group.Beta2,
                group.Epsilon,
                group.WeightDecay,
                _decoupled ? 1 : 0));
        }

        GC.KeepAlive(group);
    }
}
