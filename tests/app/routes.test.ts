import { describe, expect, test } from 'vitest'
import { parseRoute } from '#app/routes.ts'

describe('the address names the page', () => {
  test.each([
    ['/', { page: 'home' }],
    ['', { page: 'home' }],
    ['/new/team', { page: 'new', mode: 'team' }],
    ['/new/alone', { page: 'new', mode: 'individual' }],
    ['/new/team?from=r1', { page: 'new', mode: 'team', from: 'r1' }],
    ['/new/alone?from=a%2Fb', { page: 'new', mode: 'individual', from: 'a/b' }],
    ['/new/other', { page: 'unknown' }],
    ['/print', { page: 'print' }],
    ['/print?from=home', { page: 'print' }],
    ['/open', { page: 'open' }],
    ['/device', { page: 'device' }],
    ['/device/deeper', { page: 'unknown' }],
    ['/about', { page: 'about' }],
    ['/playbook', { page: 'playbook' }],
    ['/rubrics', { page: 'rubrics' }],
    ['/rubrics/edit', { page: 'unknown' }],
    ['/rubrics/edit/d1', { page: 'editor', draftId: 'd1' }],
    ['/rubrics/edit/d1/x', { page: 'unknown' }],
    ['/rubrics/show/hub-organization', { page: 'rubric', key: 'hub-organization' }],
    ['/rubrics/show/own:0a1b', { page: 'rubric', key: 'own:0a1b' }],
    ['/rubrics/show', { page: 'unknown' }],
    ['/rubrics/show/a/b', { page: 'unknown' }],
    ['/sources', { page: 'sources' }],
    ['/nowhere', { page: 'unknown' }],
  ])('%s', (path, route) => {
    expect(parseRoute(path)).toEqual(route)
  })

  test('a reflection without a step opens at the rubric', () => {
    expect(parseRoute('/r/abc')).toEqual({
      page: 'reflection',
      id: 'abc',
      step: 'reflect',
      rubricId: undefined,
      sectionId: undefined,
      itemId: undefined,
    })
  })

  test('a reflection names step, section and item', () => {
    expect(
      parseRoute('/r/abc/reflect/hub-network-organization/net.culture/net.culture.trust.1'),
    ).toEqual({
      page: 'reflection',
      id: 'abc',
      step: 'reflect',
      rubricId: 'hub-network-organization',
      sectionId: 'net.culture',
      itemId: 'net.culture.trust.1',
    })
  })

  test.each(['/r', '/r/abc/elsewhere', '/r/abc/reflect/a/b/c/d'])(
    '%s is no page, and does not fail',
    (path) => {
      expect(parseRoute(path)).toEqual({ page: 'unknown' })
    },
  )
})
