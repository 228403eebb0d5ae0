import type { Book } from './book.ts'

export const englishRemedies: Book['remedies'] = {
  restart: {
    done: [
      'restarted (it|the router|the whole thing)',
      'rebooted (it|everything)',
      'switched (it|everything) off and on again',
      'turned it off and on (again|)',
    ],
    todo: ['restart (it|the device)', 'switch it off and on (again|)'],
  },
  reset: {
    done: ['reset it to factory settings', 'done a factory reset', 'done a full reset'],
    todo: ['do a factory reset', 'reset it to factory settings'],
  },
  update: {
    done: ['updated the (software|firmware|app)', 'installed the (latest|newest) update'],
    todo: ['update the (software|firmware)', 'install the latest update'],
  },
  reinstall: { done: ['reinstalled the app', 'deleted the app and installed it again'], todo: ['reinstall the app'] },
  cable: {
    done: ['swapped the cable', 'used (another|a different) (cable|socket)', 'changed the cable'],
    todo: ['use another cable', 'swap the cable'],
  },
  cache: {
    done: ['cleared the cache', 'deleted (all|) my cookies', 'cleared my cookies and cache'],
    todo: ['clear the cache', 'delete your cookies'],
  },
  browser: { done: ['used (another|a different) browser', 'switched browsers'], todo: ['use another browser'] },
  batteries: {
    done: ['changed the batteries', 'put (in new batteries|new batteries in)', 'replaced the batteries'],
    todo: ['change the batteries'],
  },
  clean: {
    done: ['cleaned the filter', 'descaled it', 'cleaned (it|everything) (thoroughly|)'],
    todo: ['clean the filter', 'descale it'],
  },
  password: {
    done: ['reset my password', 'changed the password', 'requested a new password'],
    todo: ['reset your password'],
  },
  neighbours: { done: ['asked (all|) the neighbours', 'checked with the neighbours'], todo: ['ask your neighbours'] },
  courier: {
    done: ['called the courier', 'contacted the carrier', 'rung the depot'],
    todo: ['contact the carrier', 'call the courier'],
  },
}
