export type Language = "ru" | "en";

const key = "agentiq.language";
let current: Language = remembered();

/** The language of the page and of every text that the server sends. */
export function currentLanguage(): Language {
  return current;
}

export function rememberLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

function remembered(): Language {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "ru";
  } catch {
    return "ru";
  }
}
