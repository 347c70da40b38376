using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class StateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Save_WritesTorchSharpsFormat()
    {
        using var linear = Linear(2, 1);
        linear.load_state_dict(new() { ["weight"] = tensor(new[,] { { 1f, 2f } }), ["bias"] = tensor([-1f]) });
        using var stream = new MemoryStream();

        linear.save(stream);

        byte[] expected =
        [
            2, 6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40,
            4, .. "bias"u8, 6, 1, 1, 0, 0, 0x80, 0xBF,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Load_AfterSave_GivesEqualTensors()
    {
        using var model = new Model();
        using var other = new Model();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        try
        {
            model.save(path);
            other.load(path);
        }
        finally
        {
            File.Delete(path);
        }

        foreach (var (key, value) in model.state_dict())
        {
            Assert.True(value.equal(other.state_dict()[key]), key);
        }
    }

    [Fact]
    public void Load_WhatDoesNotFit_NamesTheReason()
    {
        using var wide = Linear(3, 1);
        using var narrow = Linear(2, 1);
        using var bare = Linear(2, 1, hasBias: false);
        var bytes = Saved(narrow);

        Assert.Contains("'weight' is [1x2]", Assert.Throws<ArgumentException>(() => wide.load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
        Assert.Contains("1 tensors, the file 2", Assert.Throws<ArgumentException>(() => bare.load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => narrow.load("/nowhere/model.dat"));
        Assert.Throws<InvalidDataException>(() => narrow.load(new MemoryStream([2, 6, .. "weight"u8, 99])));
        Assert.Throws<InvalidDataException>(() => narrow.load(new MemoryStream([2, 6, .. "weight"u8, 0x86, 0x02])));
        Assert.Throws<InvalidDataException>(() => narrow.load(new MemoryStream([2, 255, 255, 255, 255, 255, 255])));
        Assert.Throws<InvalidDataException>(() => narrow.load(new MemoryStream([.. Enumerable.Repeat((byte)255, 20)])));
        bare.load(new MemoryStream(bytes), strict: false);
        Assert.True(bare.weight.equal(narrow.weight));
    }

    [Fact]
    public void Load_CutAtAnyByte_Throws()
    {
        using var linear = Linear(2, 1);
        var bytes = Saved(linear);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<EndOfStreamException>(() => linear.load(new MemoryStream(bytes, 0, length)));
        }
    }

    [Fact]
    public void RegisterComponents_KeysAreFieldNames()
    {
        using var model = new Model();

        Assert.Equal(
            ["scale", "body.0.weight", "body.0.bias", "body.2.weight", "body.2.bias", "list.0.weight", "list.1.weight", "renamed.weight", "renamed.bias", "mean"],
            model.state_dict().Keys);
        Assert.Equal(["body", "list", "renamed"], model.named_children().Select(child => child.name));
        Assert.False(model.state_dict()["mean"].requires_grad);
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OptimizerState_Resumed_ContinuesBitForBit(bool decoupled)
    {
        manual_seed(5);
        using var model = new Model();
        using var optimizer = Make(model, decoupled);
        Train(model, optimizer, 5);
        using var weights = new MemoryStream();
        using var state = new MemoryStream();
        model.save(weights);
        optimizer.save_state_dict(new BinaryWriter(state));
        var generator = get_rng_state();
        Train(model, optimizer, 5);

        using var resumed = new Model();
        using var second = Make(resumed, decoupled);
        resumed.load(new MemoryStream(weights.ToArray()));
        second.load_state_dict(new BinaryReader(new MemoryStream(state.ToArray())));
        set_rng_state(generator);
        Train(resumed, second, 5);

        foreach (var (key, value) in model.state_dict())
        {
            Assert.True(value.equal(resumed.state_dict()[key]), key);
        }
    }

    [Fact]
    public void OptimizerState_OfAnother_IsRefused()
    {
        using var model = new Model();
        using var adam = optim.Adam(model.parameters());
        using var adamW = optim.AdamW(model.parameters());
        using var fewer = optim.Adam(model.parameters().Take(1));
        using var stream = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(stream));

        Assert.Throws<InvalidDataException>(() => adamW.load_state_dict(new BinaryReader(new MemoryStream(stream.ToArray()))));
        Assert.Throws<ArgumentException>(() => fewer.load_state_dict(new BinaryReader(new MemoryStream(stream.ToArray()))));
    }

    private static Modules.OptimizerHelper Make(Model model, bool decoupled) =>
        decoupled ? optim.AdamW(model.parameters(), 0.01, weight_decay: 0.1) : optim.Adam(model.parameters(), 0.01);

    private static void Train(Model model, optim.Optimizer optimizer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            model.call(randn(4, 3)).square().mean().backward();
            optimizer.step();
        }
    }

    private static byte[] Saved(Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }

    private sealed class Model : Module<Tensor, Tensor>
    {
        private readonly Modules.Sequential body = Sequential(Linear(3, 4), Tanh(), Linear(4, 3));
        private readonly Modules.ModuleList<Modules.Linear> list = ModuleList(Linear(3, 3, false), Linear(3, 3, false));
        private readonly Modules.Parameter scale = Parameter(ones(3));
        private readonly Tensor mean = zeros(3);

        [ComponentName(Name = "renamed")]
        private readonly Modules.LayerNorm norm = LayerNorm(3);

        internal Model()
            : base(nameof(Model)) => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            norm.call(list.Aggregate(body.call(input - mean), (x, layer) => layer.call(x))) * scale;
    }
}
