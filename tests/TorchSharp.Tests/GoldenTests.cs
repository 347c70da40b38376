using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>The binding against Python's torch of the same libtorch, on recorded values.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. Golden.CaseNames];

    [Fact]
    public void EveryRecordedCase_HasItsFunction_AndTheOtherWayRound() =>
        Assert.Equal(Golden.CaseNames.Order(StringComparer.Ordinal), GoldenCases.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_GivesTheRecordedValueAndGradients(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Golden.Case(name);
        var inputs = expected.GetProperty("inputs").EnumerateArray().Select(Golden.ToTensor).ToArray();
        var gradients = expected.GetProperty("gradients").EnumerateArray().ToArray();
        Array.ForEach(inputs, input => input.requires_grad = gradients.Length > 0);

        var output = GoldenCases.All[name](inputs);

        Golden.AssertEqual(expected.GetProperty("output"), output);
        if (gradients.Length > 0)
        {
            var ramp = (arange(output.numel(), dtype: float32) * 0.7f).cos().reshape(output.shape);
            (output * ramp).sum().backward();
            var actual = inputs.Where((_, i) => gradients.Length == inputs.Length || i != 1).ToArray();
            for (var i = 0; i < gradients.Length; i++)
            {
                Golden.AssertEqual(gradients[i], actual[i].grad ?? zeros_like(actual[i]));
            }
        }
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void TwentySteps_FollowTheRecordedOnes(string name)
    {
        using var scope = NewDisposeScope();
        var x = linspace(-1, 1, 24).reshape(6, 4);
        var y = (x.sum(1, keepdim: true) * 3).sin();
        var w = Parameter(linspace(-0.5, 0.5, 8).reshape(4, 2));
        var v = Parameter(linspace(0.3, -0.3, 2).reshape(2, 1));
        using optim.Optimizer optimizer = name == "Adam"
            ? optim.Adam([w, v], 0.05, weight_decay: 0.02)
            : optim.AdamW([w, v], 0.05, 0.8, 0.95, 1e-6, 0.02);

        foreach (var step in Golden.Root.GetProperty(name).EnumerateArray())
        {
            optimizer.zero_grad();
            var loss = functional.mse_loss(x.matmul(w).tanh().matmul(v), y, Reduction.Sum);
            loss.backward();
            var norm = utils.clip_grad_norm_([w, v], 2);
            optimizer.step();

            Golden.AssertClose(step.GetProperty("loss").GetDouble(), loss.item<float>());
            Golden.AssertClose(step.GetProperty("norm").GetDouble(), norm);
            Golden.AssertEqual(step.GetProperty("w"), w);
            Golden.AssertEqual(step.GetProperty("v"), v);
        }
    }

    [Fact]
    public void GruCell_OverASequence_GivesTheRecordedLossAndGradients()
    {
        using var scope = NewDisposeScope();
        var expected = Golden.Root.GetProperty("gru_sequence");
        using var cell = GRUCell(3, 4);
        using (no_grad())
        {
            foreach (var parameter in cell.parameters())
            {
                parameter.copy_(linspace(-0.6, 0.7, parameter.numel()).reshape(parameter.shape));
            }
        }

        var x = arange(30, dtype: float32).sin().reshape(5, 2, 3);
        var h = cell.call(x[0], zeros(2, 4));
        for (var t = 1; t < 5; t++)
        {
            h = cell.call(x[t], h);
        }

        var loss = h.square().sum();
        loss.backward();

        Golden.AssertClose(expected.GetProperty("loss").GetDouble(), loss.item<float>());
        Golden.AssertEqual(expected.GetProperty("h"), h);
        foreach (var (name, parameter) in cell.named_parameters())
        {
            Golden.AssertEqual(expected.GetProperty("gradients").GetProperty(name), parameter.grad!);
        }
    }

    [Fact]
    public void Schedulers_FollowTheRecordedRates()
    {
        AssertRates("CosineAnnealingLR", optimizer => optim.lr_scheduler.CosineAnnealingLR(optimizer, 10, 0.001));
        AssertRates("LambdaLR", optimizer => optim.lr_scheduler.LambdaLR(optimizer, epoch => Math.Min(1.0, (epoch + 1) / 8.0)));
    }

    [Fact]
    public void Seed_GivesTheNumbersOfPython()
    {
        using var scope = NewDisposeScope();
        var expected = Golden.Root.GetProperty("seeded");

        manual_seed(123);

        Golden.AssertEqual(expected.GetProperty("randn"), randn(5));
        Golden.AssertEqual(expected.GetProperty("rand"), rand(5));
        Golden.AssertEqual(expected.GetProperty("randint"), randint(0, 100, [5]));
        Golden.AssertEqual(expected.GetProperty("randperm"), randperm(5));
        Golden.AssertEqual(expected.GetProperty("linear_weight"), empty(2, 3).uniform_(-0.5, 0.5));
    }

    private static void AssertRates(string name, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> make)
    {
        using var parameter = Parameter(zeros(1));
        using var optimizer = optim.Adam([parameter], 0.01);
        var scheduler = make(optimizer);
        foreach (var expected in Golden.Root.GetProperty(name).EnumerateArray())
        {
            Golden.AssertClose(expected.GetDouble(), optimizer.ParamGroups.Single().LearningRate);
            Golden.AssertClose(expected.GetDouble(), scheduler.get_last_lr().Single());
            scheduler.step();
        }
    }
}
