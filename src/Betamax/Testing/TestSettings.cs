using System.Reflection;

namespace Betamax.Testing;

/// <summary>The settings of a test, combined from the attributes of its method, its class and its assembly.</summary>
internal sealed class TestSettings
{
    private const string DefaultDirectory = "cassettes";

    private readonly CassetteAttribute? _onMethod;
    private readonly CassetteAttribute? _onClass;
    private readonly CassetteDefaultsAttribute? _onAssembly;

    private TestSettings(TestIdentity test)
    {
        _onMethod = test.Method.GetCustomAttribute<CassetteAttribute>(inherit: true);
        _onClass = test.Class.GetCustomAttribute<CassetteAttribute>(inherit: true);
        _onAssembly = test.Class.Assembly.GetCustomAttribute<CassetteDefaultsAttribute>();
    }

    /// <summary>The name that the method's attribute gives the cassette, if any. Several tests may share one.</summary>
    public string? MethodName => _onMethod?.Name;

    /// <summary>The name that replaces the name of the class, if any.</summary>
    public string? ClassName => _onClass?.Name;

    /// <summary>Whether the cassette is named after the test. No other test may then use it.</summary>
    public bool IsNamedAfterTest => MethodName is null && ClassName is null;

    /// <summary>Whether tests from different source folders share one directory.</summary>
    public bool DirectoryIsShared => DirectorySource is CassetteDefaultsAttribute;

    /// <summary>The full path of the directory.</summary>
    public string Directory
    {
        get
        {
            var directory = DirectorySource?.Directory ?? DefaultDirectory;
            return Path.IsPathFullyQualified(directory)
                ? directory
                : Path.Combine(SourceFolder.Find((DirectorySource ?? InnermostFirst().First()).SourceFile), directory);
        }
    }

    /// <summary>
    /// The options, changed by assembly, class and method in this order. A record mode that is set on an attribute overrides
    /// them.
    /// </summary>
    public CassetteOptions Options
    {
        get
        {
            var options = InnermostFirst().Reverse().Where(settings => settings.Configuration is not null)
                .Aggregate(new CassetteOptions(), Configure);
            return InnermostFirst().FirstOrDefault(settings => settings.ChosenRecordMode is not null) is { } chosen
                ? options with { RecordMode = chosen.RecordMode }
                : options;
        }
    }

    private CassetteSettingsAttribute? DirectorySource => InnermostFirst().FirstOrDefault(settings => settings.Directory is not null);

    /// <summary>Reads the attributes of a test; <see langword="null"/> if the test has no cassette.</summary>
    public static TestSettings? Read(TestIdentity test)
    {
        var settings = new TestSettings(test);
        return settings._onMethod is null && settings._onClass is null ? null : settings;
    }

    private IEnumerable<CassetteSettingsAttribute> InnermostFirst() =>
        new CassetteSettingsAttribute?[] { _onMethod, _onClass, _onAssembly }.OfType<CassetteSettingsAttribute>();

    private static CassetteOptions Configure(CassetteOptions options, CassetteSettingsAttribute settings)
    {
        var type = settings.Configuration!;
        return CreateConfiguration(settings) is ICassetteConfiguration configuration
            ? configuration.Configure(options)
                ?? throw new BetamaxException($"{type}.{nameof(ICassetteConfiguration.Configure)} returned null instead of options.")
            : throw new BetamaxException($"""
                The {nameof(settings.Configuration)} of a cassette is {type}, which cannot be used.
                It must be a class that implements {nameof(ICassetteConfiguration)} and has a public constructor without parameters.
                """);
    }

    private static object? CreateConfiguration(CassetteSettingsAttribute settings)
    {
        try
        {
            return Activator.CreateInstance(settings.Configuration!);
        }
        catch (MemberAccessException)
        {
            return null;
        }
    }
}
