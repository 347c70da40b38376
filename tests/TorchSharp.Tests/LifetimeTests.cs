using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public void TotalCount_IsFlatAcrossTrainingSteps()
    {
        using var model = Sequential(Linear(4, 8), LayerNorm(8), SiLU(), Linear(8, 1));
        using var optimizer = optim.Adam(model.parameters(), 1e-2);
        manual_seed(1);
        using var x = randn(16, 4);
        using var y = x.sum(1, keepdim: true);
        var losses = new List<float>();
        var counts = new List<long>();

        for (var i = 0; i < 50; i++)
        {
            using var scope = NewDisposeScope();
            var loss = functional.mse_loss(model.call(x), y);
            optimizer.zero_grad();
            loss.backward();
            utils.clip_grad_norm_(model.parameters(), 1);
            optimizer.step();
            losses.Add(loss.item<float>());
            scope.Dispose();
            counts.Add(Tensor.TotalCount);
        }

        Assert.Single(counts.Distinct());
        Assert.True(losses[^1] < 0.5 * losses[0]);
    }
}
