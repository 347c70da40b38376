namespace Microsoft.ML.OnnxRuntime.Tests;

public sealed class InferenceTests
{
    [Theory]
    [InlineData("mlp", 1e-5)]
    [InlineData("quantised", 1e-4)]
    public void RunWithBinding_Batch_EqualsNumPy(string name, double tolerance)
    {
        var golden = Golden.Read(name);
        using var run = new BoundRun(Golden.Model(name), golden.Rows);
        golden.X.CopyTo(run.X, 0);

        run.Run();

        for (var i = 0; i < golden.Y.Length; i++)
        {
            Assert.Equal(golden.Y[i], run.Y[i], tolerance);
        }
    }

    [Fact]
    public void RunWithBinding_RowByRow_EqualsNumPy()
    {
        var golden = Golden.Read("mlp");
        using var run = new BoundRun(Golden.Model("mlp"), rows: 1);

        for (var row = 0; row < golden.Rows; row++)
        {
            golden.X.AsSpan(row * Golden.Inputs, Golden.Inputs).CopyTo(run.X);
            run.Run();
            for (var i = 0; i < Golden.Outputs; i++)
            {
                Assert.Equal(golden.Y[(row * Golden.Outputs) + i], run.Y[i], 1e-5);
            }
        }
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("quantised")]
    public void RunWithBinding_SteadyState_AllocatesNothing(string name)
    {
        using var run = new BoundRun(Golden.Model(name), rows: 1);
        for (var i = 0; i < 200; i++)
        {
            run.Run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            run.Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Session_TruncatedModel_IsRefused(double kept)
    {
        var model = Golden.Model("mlp");

        var error = Assert.Throws<OnnxRuntimeException>(() => Golden.Open(model[..(int)(model.Length * kept)]).Dispose());

        Assert.Matches("protobuf|graph|model", error.Message.ToLowerInvariant());
    }
}
