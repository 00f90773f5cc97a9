// The worker of the search: all that is heavy happens here, so that typing never waits.
import { repondre } from "./methodes.js";

onmessage = async ({ data }) => { postMessage(await repondre(data)); };
