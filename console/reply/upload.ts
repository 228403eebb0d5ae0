/** The bytes did not arrive. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/** Puts a file to an address that the API gave out; `onProgress` hears which share of it has left. */
export function upload(
  url: string,
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const failed = () => reject(new UploadFailed('the file did not arrive'))
    signal.addEventListener('abort', () => request.abort())
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => (request.status < 300 ? resolve() : failed()))
    request.addEventListener('error', failed)
    request.addEventListener('abort', failed)
    request.open('PUT', url)
    request.send(file)
  })
}
