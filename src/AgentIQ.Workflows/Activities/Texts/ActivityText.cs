namespace AgentIQ.Workflows.Activities;

/// <summary>What people read of an activity type, in one language. What is not translated is as the class's attributes have it.</summary>
/// <param name="Name">Name in the palette.</param>
/// <param name="Description">What it does, and what its ways out mean.</param>
/// <param name="Category">Group in the palette.</param>
/// <param name="Inputs">By input name; every input is there.</param>
/// <param name="Outputs">By output name; every output is there.</param>
/// <param name="Ports">Outcomes and embedded ports by name; every one that the type declares is there.</param>
public sealed record ActivityText(
    string Name,
    string Description,
    string Category,
    IReadOnlyDictionary<string, InputText> Inputs,
    IReadOnlyDictionary<string, OutputText> Outputs,
    IReadOnlyDictionary<string, string> Ports);

/// <summary>What people read of an input.</summary>
/// <param name="Name">Label.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Category">Group of inputs; null: none.</param>
/// <param name="Options">Texts of the values that the dropdown or the check list offers, by value; a value that says enough itself is not there.</param>
public sealed record InputText(string Name, string Description, string? Category, IReadOnlyDictionary<string, string> Options);

/// <summary>What people read of an output.</summary>
/// <param name="Name">Label.</param>
/// <param name="Description">What it is.</param>
public sealed record OutputText(string Name, string Description);
