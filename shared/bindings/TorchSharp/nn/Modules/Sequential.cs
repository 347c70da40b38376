using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules applied one after the other, named "0", "1", ... unless names are given.</summary>
    public sealed class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly torch.nn.Module<torch.Tensor, torch.Tensor>[] _steps;

        internal Sequential(IEnumerable<(string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)> modules)
            : base(nameof(Sequential))
        {
            var all = modules.ToArray();
            _steps = Array.ConvertAll(all, entry => entry.submodule);
            Array.ForEach(all, entry => register_module(entry.name, entry.submodule));
        }

        public int Count => _steps.Length;

        public torch.nn.Module<torch.Tensor, torch.Tensor> this[int index] => _steps[index];

        /// <summary>The last result; those between are freed at once unless a gradient needs them.</summary>
        public override torch.Tensor forward(torch.Tensor tensor)
        {
            var result = tensor;
            foreach (var step in _steps)
            {
                var next = step.call(result);
                if (!ReferenceEquals(result, tensor) && !ReferenceEquals(result, next))
                {
                    result.Dispose();
                }

                result = next;
            }

            return ReferenceEquals(result, tensor) ? tensor.alias() : result;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                new(modules.Select((module, index) => ($"{index}", module)));

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => Sequential(modules.ToArray());
        }
    }
}
