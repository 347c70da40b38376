using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class LifetimeTests
{
    /// <summary>What other tests left to the finalizer shall not go while these count.</summary>
    public LifetimeTests() => Collect();

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
            using (NewDisposeScope())
            {
                var loss = functional.mse_loss(model.call(x), y);
                optimizer.zero_grad();
                loss.backward();
                utils.clip_grad_norm_(model.parameters(), 1);
                optimizer.step();
                losses.Add(loss.item<float>());
            }

            counts.Add(Tensor.TotalCount);
        }

        Assert.Single(counts.Distinct());
        Assert.True(losses[^1] < 0.5 * losses[0]);
    }

    [Fact]
    public void Dispose_OfModuleAndOptimizer_FreesEverything()
    {
        var before = Tensor.TotalCount;

        using (var model = Sequential(("first", Linear(2, 2)), ("second", LayerNorm(2))))
        using (optim.AdamW(model.parameters()))
        {
            Assert.Equal(before + 4 + 8, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Scope_FreesAllButWhatMovedOut()
    {
        Tensor inner, detached, disposed;
        using var outer = NewDisposeScope();
        using (var scope = NewDisposeScope())
        {
            inner = zeros(1).MoveToOuterDisposeScope();
            detached = zeros(1).DetachFromDisposeScope();
            disposed = zeros(1);
            disposed.Dispose();
            _ = zeros(1);
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.False(inner.IsInvalid);
        Assert.Equal(1, outer.DisposablesCount);
        outer.Dispose();
        Assert.True(inner.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void Parameters_OutliveTheScopeTheyWereMadeIn()
    {
        Modules.Linear linear;
        using (NewDisposeScope())
        {
            linear = Linear(2, 2);
        }

        Assert.False(linear.weight.IsInvalid);
        linear.Dispose();
    }

    [Fact]
    public void Scope_BelongsToItsThread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = zeros(1));

        thread.Start();
        thread.Join();

        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void ForgottenTensors_AreFreedByMemoryPressure()
    {
        var before = Tensor.TotalCount;

        Forget(count: 4000);

        Assert.True(Tensor.TotalCount - before < 4000, "no tensor was freed: 4 GB were forgotten and the collector did not see them");
        Collect();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = empty(1 << 18);
        }
    }
}
