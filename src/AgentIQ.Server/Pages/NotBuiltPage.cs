namespace AgentIQ.Server.Pages;

/// <summary>What is shown in the console's place before it was built.</summary>
internal static class NotBuiltPage
{
    public const string Html = """
        <!doctype html>
        <html lang="ru">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>AgentIQ</title>
        <main style="max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif">
        <h1>Консоль ещё не собрана</h1>
        <p>Сервер работает, но страниц в <code>src/console/dist</code> нет. Соберите их:</p>
        <pre>npm ci
        npm run build --workspace src/console</pre>
        <p>или запустите <code>./agentiq run</code>, он соберёт всё сам. Потом обновите страницу.</p>
        <hr>
        <p lang="en">The server runs, but the console has not been built. Run the commands above, or <code>./agentiq run</code>, then reload.</p>
        </main>
        </html>
        """;
}
