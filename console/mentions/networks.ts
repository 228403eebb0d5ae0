/** Where people speak in public, as the API names it. */
export const networks = ['x', 'facebook', 'instagram', 'mastodon', 'bluesky'] as const
export type Network = (typeof networks)[number]
export const networkIn = (text: string | undefined): Network | undefined => networks.find(network => network === text)
