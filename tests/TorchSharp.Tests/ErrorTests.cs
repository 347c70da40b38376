using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Matmul_ShapesDiffer_SaysWhichShapes()
    {
        var failure = Assert.Throws<ExternalException>(() => zeros(2, 3).matmul(zeros(4, 5)));

        Assert.Contains("2x3 and 4x5", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void NativeFailure_DoesNotSpoilTheNextCall()
    {
        Assert.Throws<ExternalException>(() => zeros(2).select(0, 7));

        Assert.Null(zeros(2).grad);
        Assert.Equal(2, zeros(2).numel());
    }

    [Fact]
    public void Backward_WithoutGraph_Throws() => Assert.Throws<ExternalException>(() => zeros(1).backward());

    [Fact]
    public void Backward_OnWhatIsNoScalar_Throws() => Assert.Throws<ExternalException>(() => (zeros(2).requires_grad_() * 2).backward());

    [Fact]
    public void InPlace_OnALeafWithGradient_Throws() => Assert.Throws<ExternalException>(() => zeros(2).requires_grad_().add_(1));

    [Fact]
    public void Disposed_IsRefusedByName()
    {
        var tensor = zeros(2);
        tensor.Dispose();
        tensor.Dispose();

        var failure = Assert.Throws<InvalidOperationException>(() => tensor + 1);

        Assert.Equal("Tensor invalid -- empty handle.", failure.Message);
        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void FromArray_WrongShape_Throws() => Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3]));

    [Fact]
    public void Item_WrongTypeOrCount_Throws()
    {
        Assert.Throws<ArgumentException>(() => zeros(1).item<long>());
        Assert.Throws<ExternalException>(() => zeros(2).item<float>());
        Assert.Throws<ExternalException>(() => (float)zeros(2));
    }

    [Fact]
    public void Data_WrongTypeOrIndex_Throws()
    {
        Assert.Throws<ArgumentException>(() => zeros(2).data<double>());
        Assert.Throws<NotSupportedException>(() => zeros(2).data<char>());
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros(2).data<float>()[2]);
        Assert.Throws<ArgumentException>(() => zeros(2).data<float>()[0, 0]);
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void LoadStateDict_OtherKeys_NamesThem()
    {
        using var module = Linear(2, 3);
        var state = module.state_dict();
        state.Remove("bias");
        state.Add("extra", zeros(1));

        var failure = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(state));

        Assert.Contains("bias", failure.Message, StringComparison.Ordinal);
        Assert.Contains("extra", failure.Message, StringComparison.Ordinal);
        var (missing, unexpected) = module.load_state_dict(state, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["extra"], unexpected);
    }

    [Fact]
    public void MissingLibrary_IsOneLineWithTheRemedy()
    {
        var failure = Assert.Throws<DllNotFoundException>(() => NativeLoader.Load(["/nowhere/libswarm_torch.so", "libnosuchthing.so"]));

        Assert.Contains("apt-get install --no-install-recommends libtorch-dev libopenblas0-openmp", failure.Message, StringComparison.Ordinal);
        Assert.Contains("./swarm setup", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
