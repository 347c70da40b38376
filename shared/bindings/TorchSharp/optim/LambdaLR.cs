namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The initial rate times what the function says of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1) =>
                new Lambda(optimizer, [.. optimizer.ParamGroups.Select(_ => lr_lambda)], last_epoch);

            /// <summary>As <see cref="LambdaLR(Optimizer, Func{int, double}, int)"/>, one function per group.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1) =>
                new Lambda(optimizer, [.. lr_lambdas], last_epoch);

            private sealed class Lambda : LRScheduler
            {
                private readonly Func<int, double>[] _factors;

                internal Lambda(Optimizer optimizer, Func<int, double>[] factors, int last_epoch)
                    : base(optimizer, last_epoch)
                {
                    _factors = factors;
                    Start();
                }

                private protected override double RateAt(int epoch, double initial, int group) => initial * _factors[group](epoch);
            }
        }
    }
}
