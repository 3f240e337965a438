using System.Reflection;
using System.Runtime.CompilerServices;

namespace MigrationClean.Tests.Architecture;

/// <summary>What an assembly shows to others, as text: a line a member, in ordinal order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(member => $"  {member}").Prepend($"{KindOf(type)} {type.FullName}{BaseOf(type)}"));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}");
        if (type.IsSubclassOf(typeof(Delegate))) return [Signature(type.GetMethod("Invoke")!)];

        var constructors = type.GetConstructors(Declared).Where(IsVisible).Select(c => $"new({Parameters(c)})");
        var properties = type.GetProperties(Declared).Where(p => p.GetMethod is { } get && IsVisible(get) && p.Name != "EqualityContract")
            .Select(p => $"{Static(p.GetMethod!)}{Name(p.PropertyType)} {p.Name} {{ get;{Setter(p)} }}");
        var fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => $"{(f.IsLiteral ? "const " : "")}{Name(f.FieldType)} {f.Name}");
        var methods = type.GetMethods(Declared).Where(m => IsVisible(m) && !IsMadeByTheCompiler(m)).Select(m => $"{Static(m)}{Signature(m)}");
        return [.. constructors, .. properties, .. fields, .. methods];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // What a record, a property or an event brings along says nothing new; operators of a record are marked as the compiler's.
    private static bool IsMadeByTheCompiler(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name is "ToString" or "GetHashCode" or "Equals"
        || (method.IsSpecialName && method.Name[..4] is "get_" or "set_");

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { } set || !IsVisible(set) ? ""
        : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Signature(MethodInfo method) => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string BaseOf(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? $" : {Name(parent)}" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!) + "&";
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
