import type { Country } from '../options.ts'

/** Given and family names that are common in a country; any likeness to a person is chance. */
export type Names = { given: readonly string[]; family: readonly string[] }

const list = (text: string): string[] => text.trim().split(/\s+/)

const english = list(`
  Alice Bob Carol Dave Erin Frank Grace Harry Isla Jack Karen Liam Megan Noah Olivia Peter Quentin Rachel Simon Tara
  Una Victor Wendy Xavier Yasmin Zoe Amelia Ben Chloe Daniel Emily Fergus Georgia Hugo Imogen Joshua Kate Leo Maya
  Nathan Orla Priya Ravi Sophie Thomas Umar Violet Will Aisha Callum`)

export const names: Record<Country, Names> = {
  GB: {
    given: english,
    family: list(`
      Hall Baker Carter Dixon Ellis Foster Green Hughes Ingram Jenkins Knight Lawson Mason Norris Owen Palmer Quinn
      Reid Sharp Turner Underhill Vaughan Walsh Yates Ashworth Bennett Chapman Dawson Eastwood Fletcher Gibson Harding
      Iqbal Joyce Kaur Lloyd Murray Nash O'Connor Patel Rhodes Singh Thornton Wickham MacLeod Begum Hussain Okafor`),
  },
  US: {
    given: [...english, 'Mason', 'Ashley', 'Brandon', 'Caitlin', 'Diego', 'Hailey', 'Jaden', 'Maria', 'Tyler', 'Wyatt'],
    family: list(`
      Adams Brooks Coleman Diaz Edwards Flores Garcia Hernandez Irwin Johnson Kelly Lopez Miller Nelson Ortiz Parker
      Ramirez Sanders Torres Vargas Wallace Young Zimmerman Alvarez Bryant Chang Delgado Evans Ford Griffin Hayes
      Jimenez Keller Larson Moreno Nguyen Ochoa Price Reyes Schultz Tran Vu Washington Kowalski`),
  },
  DE: {
    given: list(`
      Anna Ben Clara David Emma Felix Greta Hannes Ida Jonas Katharina Lukas Marie Niklas Ottilie Paul Rosa Stefan
      Thea Uwe Vera Wolfgang Yvonne Anton Birgit Christoph Dörte Elif Florian Gisela Heike Ingrid Jürgen Käthe Lars
      Martina Nadine Oliver Petra Rainer Sabine Torsten Ursula Volker Wiebke Björn Ayşe Jörg`),
    family: list(`
      Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
      Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Lehmann Köhler
      Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Friedrich Groß
      Yılmaz Kowalczyk Böhm`),
  },
  FR: {
    given: list(`
      Alain Brigitte Camille Denis Élodie François Gaëlle Hélène Inès Julien Karine Louis Manon Nicolas Océane Pauline
      Quentin Romain Sylvie Théo Ugo Valérie Xavier Yann Zoé Amandine Benoît Céline Damien Émilie Fabien Gisèle Hugo
      Isabelle Jérôme Léa Mathieu Noémie Olivier Sarah`),
    family: list(`
      Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Roux
      Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin
      Boyer Garnier Chevalier Legrand Gauthier Perrin Robin Clément Morin`),
  },
  ES: {
    given: list(`
      Antonio Beatriz Carlos Dolores Elena Francisco Gloria Hugo Inés Javier Karla Lucía Manuel Nuria Óscar Pilar Rocío
      Sergio Teresa Unai Verónica Ximena Yolanda Adrián Begoña César Diego Esther Fernando Iker Jesús Laura Martín
      Noelia Pablo Raquel Santiago Tomás Víctor Álvaro`),
    family: list(`
      García Martínez López Sánchez González Gómez Fernández Moreno Jiménez Pérez Rodríguez Navarro Ruiz Díaz Serrano
      Hernández Muñoz Sáez Romero Rubio Alfaro Molina Lozano Castillo Picazo Ortega Morcillo Cano Marín Cuenca Garrido
      Torres Córcoles Gil Ortiz Sanz Núñez Peña Ibáñez Vidal`),
  },
}

const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' }

/** A name as the local part of an address has it: `Jürgen Weiß` → `juergen.weiss`. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüßı]/g, letter => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
