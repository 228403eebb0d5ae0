import type { Random } from '../../../world/random.ts'
import type { Country } from '../country.ts'
import { type Told, told } from '../told.ts'

/**
 * Invented numbers: the ranges that regulators keep for fiction where bench/world names them (GB, US, CA, DE, FR), else
 * plainly made-up ones with a row of zeros (IN, AT, CH, ES, MX, AU keep no such range that number libraries take as valid).
 */
type Numbering = { code: string; trunk: string; parts: (random: Random) => readonly string[] }

const numberings: Record<string, Numbering> = {
  GB: {
    code: '44',
    trunk: '0',
    parts: random =>
      random.pick([
        ['20', '7946', `0${random.digits(3)}`],
        ['161', '496', `0${random.digits(3)}`],
        ['113', '496', `0${random.digits(3)}`],
      ]),
  },
  US: {
    code: '1',
    trunk: '',
    parts: random => [random.pick(['212', '415', '312', '617', '503']), '555', `01${random.digits(2)}`],
  },
  CA: { code: '1', trunk: '', parts: random => [random.pick(['416', '604', '514']), '555', `01${random.digits(2)}`] },
  AU: { code: '61', trunk: '0', parts: random => ['2', '5550', `${random.between(1000, 9999)}`] },
  IN: { code: '91', trunk: '', parts: random => ['98765', `43${random.digits(3)}`] },
  DE: {
    code: '49',
    trunk: '0',
    parts: random =>
      random.pick([
        ['30', '23125', random.digits(3)],
        ['171', '39200', random.digits(2)],
        ['221', '4710', random.digits(3)],
        ['89', '99998', random.digits(3)],
      ]),
  },
  AT: { code: '43', trunk: '0', parts: random => ['1', '5000', `0${random.digits(2)}`] },
  CH: { code: '41', trunk: '0', parts: random => [random.pick(['79', '78']), '200', '00', random.digits(2)] },
  FR: { code: '33', trunk: '0', parts: random => ['1', '99', '00', random.digits(2), random.digits(2)] },
  ES: { code: '34', trunk: '', parts: random => ['600', '00', random.digits(2), random.digits(2)] },
  MX: { code: '52', trunk: '', parts: random => ['55', '5000', `0${random.digits(3)}`] },
}

/** A phone number of a country, written as people there do. */
export function somePhone({ code }: Country, random: Random): Told {
  const numbering = numberings[code]
  if (numbering === undefined) throw new Error(`no numbering for ${code}`)
  const parts = numbering.parts(random)
  const home = random.chance(0.6)
  return told('phone', [`+${numbering.code}${parts.join('')}`], again =>
    home || again.chance(0.5) ? national(numbering, parts, again) : international(numbering, parts, again),
  )
}

function national({ code, trunk }: Numbering, parts: readonly string[], random: Random): string {
  const [area = '', ...rest] = parts
  if (code === '1')
    return random.pick([
      `(${area}) ${rest.join('-')}`,
      `${area}-${rest.join('-')}`,
      `${area}.${rest.join('.')}`,
      `${area} ${rest.join(' ')}`,
    ])
  return random.pick([
    `${trunk}${area} ${rest.join(' ')}`,
    `${trunk}${area} ${rest.join(code === '49' || code === '43' ? '' : ' ')}`,
    code === '49' || code === '43' ? `${trunk}${area}/${rest.join('')}` : `${trunk}${parts.join('')}`,
    code === '33'
      ? `${trunk}${parts.join('.')}`
      : `${trunk}${area}${rest.length > 1 && code === '44' ? ' ' : '-'}${rest.join(' ')}`,
  ])
}

function international({ code, trunk }: Numbering, parts: readonly string[], random: Random): string {
  const [area = '', ...rest] = parts
  return random.pick([
    `+${code} ${parts.join(' ')}`,
    `+${code}${parts.join('')}`,
    code === '61' ? `+61 ${parts.join(' ')}` : `00${code} ${parts.join(' ')}`,
    trunk === '' ? `+${code} ${parts.join('-')}` : `+${code} (${trunk})${area} ${rest.join(' ')}`,
  ])
}
