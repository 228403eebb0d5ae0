/** A refusal in S3's words ("Error responses", Amazon S3 API Reference). */
export class S3Error extends Error {
  code: string
  status: number
  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = code
    this.code = code
    this.status = status
  }
}

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"'\r]/g, character => `&#${character.charCodeAt(0)};`)

export const errorXml = ({ code, message }: S3Error, resource: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><Resource>${escapeXml(resource)}</Resource></Error>`
