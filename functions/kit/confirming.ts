import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { AskConfirmationDeps } from '../../core/confirm/ask.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import { askCustomer } from '../../core/question/ask-customer.ts'
import { companyNames, linkKeyReader, linkWriter } from './customer-links.ts'
import { replyingDeps } from './replies.ts'

type Given = { identity: () => Promise<IdentityDeps>; secretId: string; publicUrl: string }

/** What asking for a confirmation needs, over the one table. */
export const confirmingDeps = (
  table: Table,
  secrets: SecretsManagerClient,
  { identity, secretId, publicUrl }: Given,
): Pick<AskConfirmationDeps, 'confirmations' | 'ask' | 'linkTo' | 'companyName'> => ({
  confirmations: confirmationStore(table),
  ask: askCustomer(replyingDeps(table, identity)),
  linkTo: linkWriter(linkKeyReader(secrets, secretId), publicUrl, 'confirmation'),
  companyName: companyNames(surveyStore(table)),
})
