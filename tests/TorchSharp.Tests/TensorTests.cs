using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Creation_GivesShapeTypeAndValues()
    {
        Assert.Equal([2, 3], zeros(2, 3).shape);
        Assert.Equal(float32, zeros(1).dtype);
        Assert.Equal([1, 1], ones(2).data<float>().ToArray());
        Assert.Equal([7L, 7L], full(2, 7).data<long>().ToArray());
        Assert.Equal([2.5f], full([1], 2.5).data<float>().ToArray());
        Assert.Equal([0L, 2L, 4L], arange(0, 5, 2).data<long>().ToArray());
        Assert.Equal([0f, 0.5f], arange(0, 1, 0.5).data<float>().ToArray());
        Assert.Equal([1f, 0f, 0f, 1f], eye(2).data<float>().ToArray());
        Assert.Equal([true, false], tensor([true, false]).data<bool>().ToArray());
        Assert.Equal([2, 1, 2], tensor(new float[2, 1, 2]).shape);
        Assert.Equal([3L], tensor([3.7f], dtype: int64).data<long>().ToArray());
        Assert.Equal([0, 4], empty(0, 4).shape);
        Assert.True(rand(3, requires_grad: true).requires_grad);
        Assert.Equal(int64, zeros_like(zeros(1), int64).dtype);
        Assert.Equal([5f], full_like(zeros(1), 5).data<float>().ToArray());
        Assert.True((bool)(rand_like(zeros(100)) >= 0).all() && (bool)isfinite(randn_like(zeros(100))).all());
    }

    [Fact]
    public void Integers_StayIntegersBesideIntegers()
    {
        var numbers = tensor([1L, 2L]);

        Assert.Equal([2L, 3L], (numbers + 1).data<long>().ToArray());
        Assert.Equal([3L, 6L], (3 * numbers).data<long>().ToArray());
        Assert.Equal([1.5f, 2.5f], (numbers + 0.5).data<float>().ToArray());
    }

    [Fact]
    public void InPlace_ChangesTheTensorItself()
    {
        var x = ones(2);

        x.add_(1).mul_(3).sub_(1).div_(5).add_(ones(2), 2);
        Assert.Equal([3f, 3f], x.data<float>().ToArray());
        x.mul_(x).sub_(x.clone().mul_(0.5)).div_(ones(2)).clamp_(max: 4);
        Assert.Equal([4f, 4f], x.data<float>().ToArray());
        x.addcmul_(x, x, 0.5).addcdiv_(x, x, 1);
        Assert.Equal([13f, 13f], x.data<float>().ToArray());
        x.masked_fill_(x > 5, -1).copy_(x * 2);
        Assert.Equal([-2f, -2f], x.data<float>().ToArray());
        x.zero_();
        Assert.Equal([0f, 0f], x.data<float>().ToArray());
        x.fill_(9);
        Assert.Equal([9f, 9f], x.data<float>().ToArray());
    }

    [Fact]
    public void Indexers_ReadAndWriteThrough()
    {
        var x = arange(12, dtype: float32).reshape(3, 4);

        x[0] = zeros(4);
        x[1, 2] = 50;
        x[TensorIndex.Ellipsis, ^1] = tensor([-1f, -2f, -3f]);
        x[x > 8] = 100;

        Assert.Equal([0, 0, 0, -1, 4, 5, 100, -2, 8, 100, 100, -3], x.data<float>().ToArray());
        Assert.Equal(-2f, x[1, 3].item<float>());
        Assert.Equal([4f, 5f], x[1, ..2].data<float>().ToArray());
    }

    [Fact]
    public void Accessor_FollowsStrides_AndCopiesParts()
    {
        var x = arange(6, dtype: float32).reshape(2, 3).t();
        var data = x.data<float>();

        Assert.Equal([0, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal(4, data[1, 1]);
        data[1, 1] = 40;
        Assert.Equal(6, data.Count);
        var part = new float[4];
        data.CopyTo(part.AsSpan(), 1, 3);
        Assert.Equal([0, 40, 2, 5], part);
        data.CopyFrom([9f, 8f], 0, 1);
        Assert.Equal([0, 9, 8, 40, 2, 5], x.data<float>().ToArray());
        data.CopyFrom([1f, 2f, 3f, 4f, 5f, 6f]);
        Assert.Equal([1, 3, 5, 2, 4, 6], x.t().data<float>().ToArray());
    }

    [Fact]
    public void Conversions_ReadOneElement()
    {
        var x = tensor(2.75f);

        Assert.Equal(2.75f, (float)x);
        Assert.Equal(2.75, x.ToDouble());
        Assert.Equal(2, x.ToInt32());
        Assert.Equal(2L, x.ToInt64());
        Assert.True(x.ToBoolean());
        Assert.Equal(2.75f, x.ToSingle());
        Assert.Equal(int64, x.to_type(int64).dtype);
        Assert.Equal(float64, x.type_as(zeros(1, dtype: float64)).dtype);
    }

    [Fact]
    public void GradientModes_NestAndEnd()
    {
        var x = ones(2).requires_grad_();

        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
        {
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
        Assert.True(x.is_leaf && !(x * 2).is_leaf);
    }

    [Fact]
    public void Gradients_AccumulateResetAndDifferentiateAgain()
    {
        var x = tensor([2f, 3f]).requires_grad_();
        var unused = ones(1).requires_grad_();

        x.pow(3).backward([tensor([1f, 10f])]);
        x.square().sum().backward();
        Assert.Equal([12f + 4f, 270f + 6f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
        var first = autograd.grad([x.pow(3).sum()], [x, unused], create_graph: true, allow_unused: true);
        Assert.Null(first[1]);
        Assert.Equal([12f, 18f], autograd.grad([first[0]!.sum()], [x])[0]!.data<float>().ToArray());
    }

    [Fact]
    public void Equals_ComparesElements()
    {
        Assert.Equal(ones(2), ones(2));
        Assert.NotEqual(ones(2), zeros(2));
        Assert.NotEqual(ones(2), ones(3));
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
    }

    private static Tensor isfinite(Tensor x) => x.isfinite() & ~x.isnan();
}
