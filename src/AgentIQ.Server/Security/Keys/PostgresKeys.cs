using System.Xml.Linq;
using AgentIQ.Postgres;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AgentIQ.Server.Security.Keys;

/// <summary>Keeps the data-protection keys in PostgreSQL.</summary>
internal sealed class PostgresKeys(Database database, IIdSource ids, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // The interface is synchronous; it is asked at start and about once a day.
        using var connection = database.App.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM agentiq.data_protection_keys ORDER BY created_at, id").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.App.OpenConnection();
        connection.Execute(
            "INSERT INTO agentiq.data_protection_keys (id, name, xml, created_at) VALUES (@id, @friendlyName, @xml, @now)",
            new { id = ids.Next(), friendlyName, xml = element.ToString(SaveOptions.DisableFormatting), now = time.GetUtcNow() });
    }
}
