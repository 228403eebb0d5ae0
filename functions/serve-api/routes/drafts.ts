import { conversationParams } from '../../../core/api/conversation.ts'
import {
  draftInputSchema,
  draftsSchema,
  type ShownDraft,
  savedDraftSchema,
  showDraft,
} from '../../../core/api/draft.ts'
import { Problem } from '../../../core/api/problem.ts'
import { actorName } from '../../../core/api/role.ts'
import type { Draft } from '../../../core/draft/draft.ts'
import { type Saved, type Saving, saveDraft } from '../../../core/draft/save-draft.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditConversation, conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'

/** Answers that are not sent yet, kept and seen by colleagues. */
export const draftRoutes = (deps: ApiDependencies): Route[] => [listRoute(deps), putRoute(deps)]

const listRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/conversations/{id}/drafts',
    roles: conversationRoles,
    summary: 'The drafts of a conversation, one a person: at most twenty',
    params: conversationParams,
    query: nothing,
    body: nothing,
    answer: draftsSchema,
    handle: async ({ params, actor }) => {
      const conversation = await requireConversation(deps, params.id)
      const [drafts] = await Promise.all([
        deps.drafts.ofConversation(conversation.id),
        auditConversation(deps, actor, await customerOf(deps, conversation), conversation.id),
      ])
      return { items: await shownWithFiles(deps, drafts) }
    },
  })

const putRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'PUT',
    path: '/v1/conversations/{id}/draft',
    roles: conversationRoles,
    summary: 'Keep what one is writing, or change a colleague’s; an empty text throws it away',
    params: conversationParams,
    query: nothing,
    body: draftInputSchema,
    answer: savedDraftSchema,
    handle: async ({ params, body: { version, author, ...content }, actor }) => {
      const { id } = await requireConversation(deps, params.id)
      const isAuthor = author === 'me' || author === actor.subject
      const known = isAuthor ? undefined : await deps.drafts.read(id, author)
      const authorName = isAuthor ? actorName(actor) : (known?.authorName ?? author)
      const draft = { conversation: id, author: isAuthor ? actor.subject : author, authorName, content }
      const saving: Saving = { draft, was: version, isAuthor, updatedBy: actorName(actor), now: deps.now() }
      return shown(deps, await saveDraft(deps.drafts, saving))
    },
  })

/** With the names of their files, read in one round trip. */
async function shownWithFiles({ attachments }: ApiDependencies, drafts: readonly Draft[]): Promise<ShownDraft[]> {
  const files = await attachments.read(drafts.flatMap(({ content }) => content.attachments))
  return drafts.map(draft => showDraft(draft, files))
}

async function shown(deps: ApiDependencies, saved: Saved) {
  switch (saved.outcome) {
    case 'saved':
      return { draft: (await shownWithFiles(deps, [saved.draft]))[0] }
    case 'gone':
      return {}
    case 'not-begun':
      throw new Problem('not-found', 'They have no draft here. Only its author begins one.')
    case 'changed': {
      const [draft] = saved.stands ? await shownWithFiles(deps, [saved.stands]) : []
      if (draft === undefined)
        throw new Problem('conflict', 'It was sent or thrown away meanwhile. Save it without version to begin anew.')
      throw new Problem('conflict', 'It was changed meanwhile. Save again with the version of what stands there.', {
        draft,
      })
    }
    default:
      return saved satisfies never
  }
}
