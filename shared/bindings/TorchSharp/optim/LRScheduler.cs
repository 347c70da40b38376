namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the learning rates of an optimiser from its initial ones, once per step; a new scheduler stands at epoch 0.
            /// </summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;
                private readonly int _first;
                private int _epoch;

                private protected LRScheduler(Optimizer optimizer, int last_epoch)
                {
                    _groups = [.. optimizer.ParamGroups];
                    _first = last_epoch + 1;
                }

                public void step() => step(null);

                /// <summary>Moves to the next epoch, or to the one given, as on resume.</summary>
                public void step(int? epoch) => MoveTo(epoch ?? _epoch + 1);

                public IEnumerable<double> get_last_lr() => _groups.Select(group => group.LearningRate);

                /// <summary>The rate at an epoch, from the initial one.</summary>
                private protected abstract double RateAt(int epoch, double initial, int group);

                private protected void Start() => MoveTo(_first);

                private void MoveTo(int epoch)
                {
                    _epoch = epoch;
                    for (var i = 0; i < _groups.Length; i++)
                    {
                        _groups[i].LearningRate = RateAt(epoch, _groups[i].InitialLearningRate, i);
                    }
                }
            }
        }
    }
}
