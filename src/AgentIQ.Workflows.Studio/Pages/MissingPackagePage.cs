namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>What is shown in the designer's place when its package has not been installed.</summary>
internal static class MissingPackagePage
{
    public const string Html = """
        <!doctype html>
        <html lang="ru">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>AgentIQ</title>
        <main style="max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif">
        <h1>Редактор процессов не установлен</h1>
        <p>Сервер работает, процессы выполняются, но пакета <code>@elsa-workflows/elsa-studio-wasm</code> рядом с ним нет. Установите его в папке AgentIQ:</p>
        <pre>npm ci</pre>
        <p>Потом перезапустите сервер и обновите страницу.</p>
        <hr>
        <p lang="en">The server runs and so do the workflows, but the designer's package <code>@elsa-workflows/elsa-studio-wasm</code> has not been
        installed. Run the command above in AgentIQ's folder, restart the server, then reload.</p>
        </main>
        </html>
        """;
}
