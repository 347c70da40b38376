namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Half a cosine from the initial rate to <paramref name="eta_min"/> at epoch <paramref name="T_max"/>, and back (Loshchilov and
            /// Hutter 2017, equation 5, without restarts). In closed form: PyTorch's recursion gives the same up to rounding.
            /// </summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1) =>
                new Cosine(optimizer, T_max, eta_min, last_epoch);

            private sealed class Cosine : LRScheduler
            {
                private readonly double _period;
                private readonly double _minimum;

                internal Cosine(Optimizer optimizer, double period, double minimum, int last_epoch)
                    : base(optimizer, last_epoch)
                {
                    _period = period;
                    _minimum = minimum;
                    Start();
                }

                private protected override double RateAt(int epoch, double initial, int group) =>
                    _minimum + (initial - _minimum) * (1 + Math.Cos(Math.PI * epoch / _period)) / 2;
            }
        }
    }
}
