const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost']

/**
 * What is wrong with the address of a webhook, in words for who typed it; nothing where it will do. `loopback` is set on
 * one machine only: then http to the machine itself is allowed. Where the name leads is checked at every connection.
 */
export function hookUrlError(typed: string, loopback: boolean): string | undefined {
  if (!URL.canParse(typed)) return 'is no address; write one like https://example.com/hooks'
  const { protocol, hostname, username, password, hash } = new URL(typed)
  if (username !== '' || password !== '') return 'must hold no user name and no password: deliveries are signed instead'
  if (hash !== '') return 'must not end in # and a fragment'
  const local = loopbackHosts.includes(hostname)
  if (local && loopback && (protocol === 'http:' || protocol === 'https:')) return undefined
  if (protocol !== 'https:') return 'must begin with https://'
  return local || !hostname.includes('.') ? 'must lead to a host on the internet' : undefined
}
