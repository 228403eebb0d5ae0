import type { Language, Settings } from './options.ts'

/**
 * The company of the world: two brands, each with its own mailbox, numbers and accounts. `ownIdentifiers` is what a
 * source must be told, so that contacts from them are outbound and they never become customers.
 */
export type Brand = {
  id: string
  name: string
  site: string
  mailbox: string
  phone: string
  pbx: string
  x: { id: string; handle: string }
  page: { id: string; name: string }
  orderPrefix: string
  products: Record<Language, readonly string[]>
}

export const brands: readonly Brand[] = [
  {
    id: 'larkfield',
    name: 'Larkfield',
    site: 'www.larkfield.example.com',
    mailbox: 'support@larkfield.example.com',
    phone: '+443069990100',
    pbx: '+443069990101',
    x: { id: '1400000000000000101', handle: 'LarkfieldHelp' },
    page: { id: '104200000000101', name: 'Larkfield' },
    orderPrefix: 'LF',
    products: {
      en: ['Skylark kettle', 'Heron toaster', 'Wren vacuum cleaner', 'Plover iron', 'Robin blender', 'Finch heater'],
      de: ['Wasserkocher Lerche', 'Toaster Reiher', 'Staubsauger Zaunkönig', 'Mixer Amsel', 'Heizlüfter Fink'],
      fr: ['bouilloire Alouette', 'grille-pain Héron', 'aspirateur Roitelet', 'mixeur Merle'],
      es: ['hervidor Alondra', 'tostadora Garza', 'aspirador Chochín', 'batidora Mirlo'],
    },
  },
  {
    id: 'merrow',
    name: 'Merrow Home',
    site: 'www.merrow.example.com',
    mailbox: 'help@merrow.example.com',
    phone: '+443069990200',
    pbx: '+443069990201',
    x: { id: '1400000000000000202', handle: 'MerrowHome' },
    page: { id: '104200000000202', name: 'Merrow Home' },
    orderPrefix: 'MH',
    products: {
      en: ['Merrow router', 'Tide thermostat', 'Shoal camera', 'Reef doorbell', 'Pearl smart lamp'],
      de: ['Merrow-Router', 'Thermostat Tide', 'Kamera Shoal', 'Türklingel Reef', 'Lampe Pearl'],
      fr: ['routeur Merrow', 'thermostat Tide', 'caméra Shoal', 'sonnette Reef'],
      es: ['router Merrow', 'termostato Tide', 'cámara Shoal', 'timbre Reef'],
    },
  },
]

/** The brands as this world addresses them. */
export const brandsOf = (settings: Settings): readonly Brand[] =>
  brands.map(brand => ({ ...brand, mailbox: settings.mailbox === 'brands' ? brand.mailbox : settings.mailbox }))

export type OwnIdentifier = { type: 'email' | 'phone' | 'x' | 'facebook'; value: string }

/** The company's own addresses, numbers and accounts, by kind of source. */
export const ownIdentifiers = (settings: Settings): OwnIdentifier[] =>
  brandsOf(settings).flatMap(({ mailbox, phone, pbx, x, page }): OwnIdentifier[] => [
    { type: 'email', value: mailbox },
    { type: 'phone', value: phone },
    { type: 'phone', value: pbx },
    { type: 'x', value: x.id },
    { type: 'facebook', value: `${page.id}:${page.id}` },
  ])

/** The people who answer, each in one language. */
export const agents: Record<Language, readonly string[]> = {
  en: ['Harriet', 'Ben', 'Priya', 'Callum', 'Megan'],
  de: ['Frau Brandt', 'Herr Lorenz', 'Frau Yıldız', 'Herr Petersen'],
  fr: ['Claire', 'Julien', 'Nadia'],
  es: ['Marta', 'Andrés', 'Nuria'],
}
