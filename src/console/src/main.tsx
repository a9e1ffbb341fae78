import "./app/mantine.css";
import "./app/tokens.css";
import "./app/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { forgetOldTexts } from "./desk/composer/savedText";
import { startTranslations } from "./i18n";

const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no element with the id \"root\"");
const root = createRoot(element);
forgetOldTexts(Date.now());
void startTranslations().then(() => root.render(<App />));
