/** When not even the words could be loaded: in English, without the components. */
export function Broken({ error }: { error: unknown }) {
  const offline = !navigator.onLine
  return (
    <main className="broken">
      <h1>{offline ? 'You are offline' : 'The console could not start'}</h1>
      <p>
        {offline
          ? 'It starts as soon as the network is back.'
          : 'Try again. If it stays, tell an operator what stands below.'}
      </p>
      {!offline && <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>}
      <p>
        <a href="/">Start again</a>
      </p>
    </main>
  )
}
