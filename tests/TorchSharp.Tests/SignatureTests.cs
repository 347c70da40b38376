using System.Reflection;

namespace TorchSharp.Tests;

/// <summary>
/// The public surface against signatures.txt, whose head says what of it was checked against TorchSharp. Whoever adds a line looks it up there.
/// </summary>
public sealed class SignatureTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    [Fact]
    public void PublicSurface_IsTheListedOne()
    {
        var listed = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "signatures.txt")).Where(line => line is not ("" or ['#', ..])).ToHashSet();
        var actual = typeof(torch).Assembly.GetExportedTypes().Where(type => type != typeof(TorchDiagnostics)).SelectMany(Signatures).ToHashSet();

        Assert.Empty(listed.Except(actual).Order(StringComparer.Ordinal));
        Assert.Empty(actual.Except(listed).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Signatures(Type type)
    {
        var name = Name(type);
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(value => $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value))}");
        }

        var constructors = type.GetConstructors().Select(constructor => $"new {name}({Parameters(constructor)})");
        var fields = type.GetFields(Declared).Select(field => $"{Name(field.FieldType)} {name}.{field.Name}");
        var properties = type.GetProperties(Declared).Select(property => $"{Name(property.PropertyType)} {name}.{Accessors(property)}");
        var methods = type.GetMethods(Declared)
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(method => $"{Name(method.ReturnType)} {name}.{method.Name}({Parameters(method)})");
        return constructors.Concat(fields).Concat(properties).Concat(methods);
    }

    private static string Accessors(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{name} {{{(property.GetMethod is { IsPublic: true } ? " get;" : "")}{(property.SetMethod is { IsPublic: true } ? " set;" : "")} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = " + Default(parameter) : "")}";

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        Enum value => value.ToString(),
        IFormattable value => value.ToString(null, null),
        var other => $"{other}",
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        var arguments = type.GetGenericArguments();
        var name = type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "");
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{name}" : name;
    }
}
