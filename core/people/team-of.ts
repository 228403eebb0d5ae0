import type { Contact } from '../contact/contact.ts'
import type { Team } from './team.ts'

/** The id of the team that a contact goes to: of its department and brand, else of its department for any brand. */
export function teamOf(
  teams: Team[],
  { department, brand }: Pick<Contact, 'department' | 'brand'>,
): string | undefined {
  const there = teams.filter(team => team.department === department)
  const ofBrand = there.find(({ brands }) => brands?.includes(brand))
  return (ofBrand ?? there.find(({ brands }) => brands === undefined || brands.length === 0))?.id
}
