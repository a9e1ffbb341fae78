let works: boolean | null = null;

/** Whether this browser keeps what is not saved yet; asked once. */
export function storageWorks(): boolean {
  works ??= tryStorage();
  return works;
}

function tryStorage(): boolean {
  try {
    localStorage.setItem("agentiq.try", "1");
    localStorage.removeItem("agentiq.try");
    return true;
  } catch {
    return false;
  }
}
