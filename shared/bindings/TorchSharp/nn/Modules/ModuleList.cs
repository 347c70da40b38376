using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list, named "0", "1", ...</summary>
    /// <typeparam name="T">The kind of module.</typeparam>
    public sealed class ModuleList<T> : torch.nn.Module, IReadOnlyList<T>
        where T : torch.nn.Module
    {
        private readonly List<T> _items = [];

        internal ModuleList(T[] modules)
            : base(nameof(ModuleList<T>)) => append(modules);

        public int Count => _items.Count;

        public T this[int index] => _items[index];

        public void Add(T item)
        {
            register_module($"{_items.Count}", item);
            _items.Add(item);
        }

        public void append(params T[] parameters) => Array.ForEach(parameters, Add);

        public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module =>
                new(modules);
        }
    }
}
