using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A layer or a model: owns parameters, buffers and submodules under names, disposed with it. A derived class keeps them in fields and
        /// calls <see cref="RegisterComponents"/> at the end of its constructor; the field's name is the key.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly List<(string name, Parameter parameter)> _parameters = [];
            private readonly List<(string name, Tensor buffer)> _buffers = [];
            private readonly List<(string name, Module module)> _modules = [];
            private readonly string _name;

            protected Module(string name) => _name = name;

            public bool training { get; private set; } = true;

            public string GetName() => _name;

            public virtual void train(bool train = true)
            {
                training = train;
                _modules.ForEach(child => child.module.train(train));
            }

            public virtual void eval() => train(false);

            public void register_parameter(string name, Parameter param) => _parameters.Add((name, param));

            /// <summary>Registers a tensor that is saved with the module and not trained; it leaves its scope.</summary>
            public void register_buffer(string name, Tensor tensor) => _buffers.Add((name, tensor.DetachFromDisposeScope()));

            public void register_module(string name, Module submodule) => _modules.Add((name, submodule));

            public void add_module(string name, Module module) => register_module(name, module);

            public IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                recurse ? _parameters.Concat(Below(module => module.named_parameters())) : _parameters;

            public IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            public IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) =>
                recurse ? _buffers.Concat(Below(module => module.named_buffers())) : _buffers;

            public IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(entry => entry.buffer);

            public IEnumerable<(string name, Module module)> named_children() => _modules;

            public IEnumerable<Module> children() => _modules.Select(entry => entry.module);

            public IEnumerable<(string name, Module module)> named_modules() =>
                _modules.SelectMany(entry => entry.module.named_modules().Select(inner => ($"{entry.name}.{inner.name}", inner.module)).Prepend(entry));

            public IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public Module apply(Action<Module> fn)
            {
                _modules.ForEach(child => child.module.apply(fn));
                fn(this);
                return this;
            }

            public unsafe void zero_grad(bool set_to_none = true)
            {
                Parameter[] all = [.. parameters()];
                fixed (nint* pointer = Native.Handles(all))
                {
                    Native.Check(Native.swt_zero_grad(pointer, all.Length, set_to_none ? 1 : 0), all);
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                _parameters.ForEach(entry => entry.parameter.Dispose());
                _buffers.ForEach(entry => entry.buffer.Dispose());
                _modules.ForEach(entry => entry.module.Dispose());
            }

            /// <summary>
            /// Registers every module, parameter and tensor held in a field, its own fields before those of its base classes; again
            /// is harmless.
            /// </summary>
            protected void RegisterComponents()
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                    foreach (var field in type.GetFields(Declared))
                    {
                        Register(field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name, field.GetValue(this));
                    }
                }
            }

            private void Register(string name, object? component)
            {
                if (_modules.Exists(entry => entry.name == name) || _parameters.Exists(entry => entry.name == name)
                    || _buffers.Exists(entry => entry.name == name))
                {
                    return;
                }

                switch (component)
                {
                    case Module module: register_module(name, module); break;
                    case Parameter parameter: register_parameter(name, parameter); break;
                    case Tensor tensor: register_buffer(name, tensor); break;
                    default: break;
                }
            }

            private IEnumerable<(string name, T value)> Below<T>(Func<Module, IEnumerable<(string name, T value)>> select) =>
                _modules.SelectMany(entry => select(entry.module).Select(inner => ($"{entry.name}.{inner.name}", inner.value)));
        }
    }
}

/// <summary>The key of a module's component, where the field's name shall not be it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
