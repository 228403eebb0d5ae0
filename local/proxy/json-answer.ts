import type { ServerResponse } from 'node:http'

/** Answers in the AWS JSON protocol. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

/** Refuses in the AWS JSON protocol; the SDK throws an error named `type`. */
export function refuseJson(response: ServerResponse, type: string, message: string, status = 400): void {
  answerJson(response, status, { __type: `com.amazon.coral.service#${type}`, message, Message: message })
}
