import { newAttachmentSchema, startedAttachmentSchema } from '../../../core/api/attachment.ts'
import { actorName } from '../../../core/api/role.ts'
import { attachmentObject } from '../../../core/attachment/attachment.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { conversationRoles } from '../conversation-access.ts'

/** Files that go with answers. */
export const attachmentRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/attachments',
    roles: conversationRoles,
    summary: 'Announce a file of at most 10 MB for an answer; PUT exactly its bytes to uploadUrl',
    params: nothing,
    query: nothing,
    body: newAttachmentSchema,
    answer: startedAttachmentSchema,
    status: 201,
    handle: async ({ body: { name, mediaType, bytes }, actor }) => {
      const id = deps.newId()
      const object = attachmentObject(id, name)
      const createdBy = actorName(actor)
      await deps.attachments.create({ v: 1, id, name, mediaType, bytes, object, createdAt: deps.now(), createdBy })
      return { id, name, uploadUrl: await deps.uploadUrl(object, bytes) }
    },
  }),
]
