using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace AgentIQ.Postgres;

/// <summary>Dapper's process-wide settings, made once when this assembly is loaded.</summary>
internal static class DapperSetup
{
#pragma warning disable CA2255 // The settings must stand before the first query of any project, and no project should have to remember them.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper's own map would win over the handler for parameters.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new UtcHandler());
    }

    /// <summary>Not Dapper's generic base class: that one cannot read a null.</summary>
    private sealed class UtcHandler : SqlMapper.ITypeHandler
    {
        public object? Parse(Type destinationType, object value) => value switch
        {
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            DateTimeOffset time => time,
            DBNull when Nullable.GetUnderlyingType(destinationType) is not null => null,
            _ => throw new DataException($"Expected a timestamptz for a {destinationType.Name}, but the column holds a {value.GetType().Name}."),
        };

        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.DateTimeOffset;
            parameter.Value = value is DateTimeOffset time ? time.ToUniversalTime() : value;
        }
    }
}
