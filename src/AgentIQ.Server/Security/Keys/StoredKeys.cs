using AgentIQ.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace AgentIQ.Server.Security.Keys;

/// <summary>The installation's key for secrets, and data protection with its keys in PostgreSQL under it.</summary>
internal static class StoredKeys
{
    /// <param name="services">The application's services.</param>
    /// <param name="keyFile">Where the installation's key is when the environment does not give it.</param>
    public static IServiceCollection AddStoredKeys(this IServiceCollection services, string keyFile)
    {
        services.AddDataProtection().SetApplicationName("agentiq");
        services.AddOptions<KeyManagementOptions>().Configure<PostgresKeys, SecretBox>((options, repository, box) =>
        {
            options.XmlRepository = repository;
            options.XmlEncryptor = new SecretBoxEncryptor(box);
        });
        return services
            .AddSingleton(_ => SecretKeys.Load(keyFile))
            .AddSingleton<SecretBox>()
            .AddSingleton<PostgresKeys>();
    }
}
