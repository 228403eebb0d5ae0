import type { Random } from '../../../world/random.ts'
import type { Country } from '../country.ts'
import { type Told, told } from '../told.ts'

/** Things people own: `Maker|Model`. The first are on the market, the others invented. */
const devices =
  `Apple|iPhone 13 Pro;Apple|iPhone 12;Apple|iPhone SE;Samsung|Galaxy S21;Samsung|Galaxy A52;Google|Pixel 7;Lenovo|ThinkPad X1 Carbon
Apple|MacBook Air;Apple|iPad mini;Amazon|Kindle Paperwhite;iRobot|Roomba i7;Dyson|V11;Sony|PlayStation 5;Microsoft|Surface Pro 8;Motorola|Moto G Power
Sony|Xperia 10;Canon|EOS R10;AVM|FRITZ!Box 7590;Huawei|P30 Lite;Garmin|Forerunner 245;Bosch|KGN39;Nintendo|Switch Lite;HP|EliteBook 840;Dell|XPS 13
Norvik|HX-220;Solvane|T4 Plus;Brambly|B12;Kessel|KM 450;Orlo|Vento 3000;Tarn|AirSense 2;Velmora|VX-90;Quillon|Q7 Max;Hestia|WM 814E;Larkfield|Skylark 300`
    .split(/[;\n]/)
    .map(device => device.split('|'))

export function someDevice(random: Random): Told {
  const [maker = '', model = ''] = random.pick(devices)
  return told('device', [model, `${maker} ${model}`], again =>
    again.pick([`${maker} ${model}`, model.length > 5 ? model : `${maker} ${model}`, `${maker} ${model}`]),
  )
}

const streets: Record<string, readonly string[]> = {
  en: [
    'Garden Lane',
    'Mill Road',
    'Station Street',
    'Orchard Close',
    'High Street',
    'Elm Avenue',
    'Harbour View',
    'Church Hill',
  ],
  de: ['Gartenweg', 'Mühlstraße', 'Bahnhofstr.', 'Lindenallee', 'Am Markt', 'Hauptstraße', 'Birkenweg', 'Schulgasse'],
  fr: [
    'rue des Lilas',
    'avenue de la Gare',
    'rue du Moulin',
    'boulevard Voltaire',
    'chemin des Vignes',
    'place du Marché',
  ],
  es: [
    'Calle Mayor',
    'Avenida del Puerto',
    'Calle del Molino',
    'Plaza de la Fuente',
    'Calle Olivos',
    'Paseo de los Tilos',
  ],
}

/** Places with the form of their postal codes: 9 is a digit, A a letter. */
const places: Record<string, readonly (readonly [city: string, code: string])[]> = {
  GB: [
    ['Leeds', 'LS1 9AA'],
    ['Bristol', 'BS6 9AA'],
    ['London', 'SE15 9AA'],
  ],
  US: [
    ['Portland, OR', '972 99'],
    ['Austin, TX', '787 99'],
    ['Columbus, OH', '432 99'],
  ],
  CA: [
    ['Toronto, ON', 'M5A 9B9'],
    ['Vancouver, BC', 'V6B 9C9'],
  ],
  AU: [
    ['Sydney NSW', '2 999'],
    ['Hobart TAS', '7 999'],
  ],
  IN: [
    ['Pune', '411 999'],
    ['Bengaluru', '560 999'],
  ],
  DE: [
    ['Leipzig', '041 99'],
    ['Köln', '506 99'],
    ['Hamburg', '203 99'],
  ],
  AT: [
    ['Wien', '1 999'],
    ['Graz', '8 999'],
  ],
  CH: [
    ['Zürich', '8 999'],
    ['Bern', '3 999'],
    ['Lausanne', '1 999'],
  ],
  FR: [
    ['Lyon', '690 99'],
    ['Nantes', '440 99'],
    ['Lille', '590 99'],
  ],
  ES: [
    ['Sevilla', '410 99'],
    ['Valencia', '460 99'],
    ['Bilbao', '480 99'],
  ],
  MX: [
    ['Puebla', '720 99'],
    ['Mérida', '970 99'],
  ],
}

/** Where somebody lives. A brief says it when it has street and house number. */
export function someAddress({ code, language }: Country, random: Random): Told {
  const street = random.pick(streets[language] ?? [])
  const house = `${random.between(1, 180)}`
  const [city, form] = random.pick(places[code] ?? [])
  const postal = coded(code, form, random)
  const line =
    language === 'en'
      ? `${house} ${street}`
      : language === 'fr'
        ? `${house} ${street}`
        : language === 'es'
          ? `${street}${random.pick([' ', ', '])}${house}`
          : `${street} ${house}`
  const town =
    language === 'en'
      ? code === 'IN'
        ? `${city} ${postal}`
        : code === 'GB'
          ? `${city} ${postal}`
          : `${city} ${postal}`
      : `${postal} ${city}`
  return told('address', [`${street} ${house}`], () => `${line}, ${town}`)
}

const coded = (country: string, form: string, random: Random): string =>
  (country === 'GB' || country === 'CA' || country === 'IN' ? form : form.replace(' ', ''))
    .replaceAll('9', () => random.digits(1))
    .replace(/AA$/, () => random.text(2, 'ABDEFGHJLN'))
