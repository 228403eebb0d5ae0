import { parseArgs } from 'node:util'
import { type Role, roles } from '../core/api/role.ts'
import { agentIdOf } from '../core/people/agent.ts'
import { endWith } from './end-with.ts'
import { issuer, tokenHours } from './issuer/issuer.ts'
import { signingKey } from './issuer/signing-key.ts'
import { readSettings } from './settings.ts'
import { StartError } from './start-error.ts'

const help = `npm run token -- <role> [--as <name>]

Prints a token for the stack on this machine, good for ${tokenHours} hours. Send it as
  Authorization: Bearer <token>

  <role>       ${roles.join(', ')}
  --as <name>  the person whom it stands for: an agent's id (GET /v1/agents), or their name, from which the id is made
               (Anna Müller is anna-muller). The audit, assignments and /v1/agents/me follow it. Else: the role's name

The data directory is THROUGHLINE_DATA (./.throughline); the stack need not be running.
With npm's own lines left out: npm run --silent token -- agent
`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  console.log(values.help ? help : await makeToken(positionals, values.as))
} catch (error) {
  endWith(error)
}

async function makeToken([name, ...more]: string[], person: string | undefined): Promise<string> {
  const role = roles.find(known => known === name)
  if (role === undefined || more.length > 0) throw new StartError(`Name one role: ${roles.join(', ')}.\n\n${help}`)
  if (person !== undefined && agentIdOf(person) === '')
    throw new StartError('No id can be made of that name, which has none of a-z and 0-9: give the id of the agent.')
  return sign(role, person)
}

async function sign(role: Role, person: string | undefined): Promise<string> {
  const { dataDir } = readSettings(process.env)
  return issuer(await signingKey(dataDir)).issue(role, person)
}
