// Zod compiles its checks from text where it may. The content security policy forbids that, and this spares the attempt:
// https://zod.dev/api?id=jitless. It must be said before the first schema is made, so it stands in a file of its own.
globalThis.__zod_globalConfig = { jitless: true }
