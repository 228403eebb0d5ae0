import { expect, test } from 'vitest'
import { networkOf } from '../../core/conversation/network.ts'

test.each([
  ['x:42', 'x'],
  ['mastodon:https://social.example/users/alice', 'mastodon'],
  ['facebook:1:2', 'facebook'],
  ['email:alice@example.com', undefined],
  ['phone:+442079460018~1', undefined],
])('a matter that began at %s is one of the network %s', (anchor, network) => {
  expect(networkOf({ anchor })).toBe(network)
})
