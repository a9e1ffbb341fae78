// The host page of the designer's elements: everything that the elements leave to the page around them.
import { Frame } from "./frame.js";
import { followLinks } from "./links.js";
import { watchFaults } from "./faults.js";
import { Screen } from "./screen.js";
import { Session } from "./session.js";
import { listenToApi } from "./api.js";

const { api, signIn, screen: kind, id } = document.body.dataset;
const language = document.documentElement.lang;

const frame = new Frame(language);
const session = new Session(frame, signIn);
listenToApi({ path: api, language, session, frame });
followLinks(frame);
watchFaults(frame, session);

const screen = new Screen(kind, id, `${location.origin}${api}`, frame);
frame.on("signed-in", () => session.renew());
frame.on("reload", () => frame.reload());
frame.on("show", (message) => screen.show(message.id));

// The designer reads here how to write dates, and in which language its tables speak.
localStorage.setItem("BlazorCulture", language === "ru" ? "ru-RU" : "en-GB");

// Everything must be in its place before the elements are defined, which the start does.
screen.open();
await Blazor.start();
