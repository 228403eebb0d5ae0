import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The attack fills the queues, so the journeys come before it; else in the order of their names. */
export class AttackLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => `${moduleId.includes('attack') ? 1 : 0} ${moduleId}`
    return [...files].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  }
}
