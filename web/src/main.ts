import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "./room.css";
import { mount } from "svelte";
import App from "./App.svelte";

mount(App, { target: document.getElementById("room") as HTMLElement });
