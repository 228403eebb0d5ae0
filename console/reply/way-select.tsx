import Checkbox from '@cloudscape-design/components/checkbox'
import Select, { type SelectProps } from '@cloudscape-design/components/select'
import { type Say, useSay } from '../words/words.ts'
import type { Way } from './ways.ts'

export type WaySelectProps = { ways: readonly Way[]; way: Way | undefined; onChoose: (id: string) => void }

/** Where the answer goes; what is not possible says why not. */
export function WaySelect({ ways, way, onChoose }: WaySelectProps) {
  const say = useSay()
  const here = ways.filter(({ typed }) => typed === undefined)
  const elsewhere = ways.filter(({ typed }) => typed !== undefined)
  const groups = [
    ...(here.length > 0 ? [{ label: say('way.here'), options: here.map(one => optionOf(one, say)) }] : []),
    ...(elsewhere.length > 0
      ? [{ label: say('way.elsewhere'), options: elsewhere.map(one => optionOf(one, say)) }]
      : []),
  ]
  return (
    <Select
      ariaLabel={say('way.label')}
      inlineLabelText={say('way.label')}
      options={groups}
      selectedOption={way ? optionOf(way, say) : null}
      placeholder={say('way.none')}
      expandToViewport
      onChange={({ detail }) => detail.selectedOption.value && onChoose(detail.selectedOption.value)}
    />
  )
}

function optionOf(way: Way, say: Say): SelectProps.Option {
  const { id, whyNot, from, thread } = way
  const facts = [
    ...(whyNot ? [say(`whynot.${whyNot}`)] : []),
    ...(from ? [say('way.from', { from })] : []),
    ...(thread ? [`“${thread}”`] : []),
  ]
  return {
    value: id,
    label: nameOfWay(way, say),
    description: facts.join(' · '),
    ...(whyNot && { disabled: true, disabledReason: say(`whynot.${whyNot}`) }),
  }
}

/** `Mail to alice@example.com`, `Public post on X to @alice`. */
export const nameOfWay = ({ network, form, to, address }: Way, say: Say): string => {
  const whom = to === address ? to : `${to} (${address})`
  return say(`form.${form}`, { network: say(`network.${network}`), to: whom })
}

export type WayFactsProps = { way: Way; everybody: boolean; onEverybody: (everybody: boolean) => void }

/** What one must know of the chosen way: that everybody can read it, that it is not possible, who else gets it. */
export function WayFacts({ way, everybody, onEverybody }: WayFactsProps) {
  const say = useSay()
  return (
    <>
      {way.isPublic && (
        <p className="everybody-reads">{say('way.public', { network: say(`network.${way.network}`) })}</p>
      )}
      {way.whyNot && (
        <p className="why-not" role="status">
          {say(`whynot.${way.whyNot}`)}
        </p>
      )}
      <p className="quiet">
        {[
          ...(way.from ? [say('way.from', { from: way.from })] : []),
          ...(way.thread ? [say('way.thread', { thread: way.thread })] : []),
        ].join(' · ')}
      </p>
      {way.others > 0 && (
        <Checkbox checked={everybody} onChange={({ detail }) => onEverybody(detail.checked)}>
          {say('way.everybody', { count: way.others })}
        </Checkbox>
      )}
    </>
  )
}
