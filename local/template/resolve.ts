import * as z from 'zod'
import { account } from '../engines/account.ts'
import type { SynthesizedStack } from './assembly.ts'
import { attributeOf, type LocalAddresses, localUrl, refOf } from './local-names.ts'

/** A resource as the local stack sees it: intrinsic functions replaced by local names, addresses and ARNs. */
export type Resource = {
  stack: SynthesizedStack
  id: string
  type: string
  properties: Record<string, unknown>
  ref: string
  arn: string
}

/** The resources of all stacks of an app. */
export type Resources = { ofType: (...types: string[]) => Resource[] }

const intrinsicSchema = z.record(z.string(), z.unknown()).refine(value => Object.keys(value).length === 1)
const textSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const listSchema = z.array(z.unknown())
const givenSchema = z.record(z.string(), z.unknown())
const substitutionSchema = z.union([z.tuple([z.string(), givenSchema]), z.string().transform(text => alone(text))])
const alone = (text: string): [string, Record<string, unknown>] => [text, {}]

/**
 * Resolves the templates of an app for this machine. A resource is resolved when it is asked for, so that what the
 * local stack ignores (alarms, dashboards, certificates) may use functions that it does not know; those throw.
 */
export function resolveResources(stacks: SynthesizedStack[], addresses: LocalAddresses): Resources {
  const resolver = new Resolver(stacks, addresses)
  return {
    ofType: (...types) =>
      stacks.flatMap(stack =>
        Object.entries(stack.template.Resources)
          .filter(([, { Type }]) => types.includes(Type))
          .map(([id]) => resolver.resource(stack, id)),
      ),
  }
}

class Resolver {
  #stacks: SynthesizedStack[]
  #addresses: LocalAddresses

  constructor(stacks: SynthesizedStack[], addresses: LocalAddresses) {
    this.#stacks = stacks
    this.#addresses = addresses
  }

  resource(stack: SynthesizedStack, id: string): Resource {
    const { Type, Properties } = this.#find(stack, id)
    const properties = z.record(z.string(), z.unknown()).parse(this.#value(stack, Properties))
    return { stack, id, type: Type, properties, ref: this.#ref(stack, id), arn: this.#attribute(stack, [id, 'Arn']) }
  }

  #value(stack: SynthesizedStack, value: unknown): unknown {
    if (Array.isArray(value)) return value.map(one => this.#value(stack, one)).filter(one => one !== undefined)
    if (typeof value !== 'object' || value === null) return value
    const intrinsic = intrinsicSchema.safeParse(value)
    const [name, argument] = (intrinsic.success && Object.entries(intrinsic.data)[0]) || ['', undefined]
    if (name === 'Ref' || name.startsWith('Fn::')) return this.#intrinsic(stack, name, argument)
    const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, this.#value(stack, one)])
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined))
  }

  #intrinsic(stack: SynthesizedStack, name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.#reference(stack, z.string().parse(argument))
      case 'Fn::GetAtt':
        return this.#attribute(stack, z.tuple([z.string(), z.string()]).parse(argument))
      case 'Fn::ImportValue':
        return this.#import(this.#text(stack, argument))
      case 'Fn::Join':
        return this.#join(stack, z.tuple([z.string(), z.unknown()]).parse(argument))
      case 'Fn::Split':
        return this.#split(stack, z.tuple([z.string(), z.unknown()]).parse(argument))
      case 'Fn::Select':
        return this.#select(stack, z.tuple([z.coerce.number(), z.unknown()]).parse(argument))
      case 'Fn::Sub':
        return this.#substitute(stack, argument)
      default:
        throw new Error(`${stack.name}: the local stack does not know ${name}`)
    }
  }

  #text = (stack: SynthesizedStack, value: unknown): string => textSchema.parse(this.#value(stack, value))

  #join(stack: SynthesizedStack, [separator, parts]: [string, unknown]): string {
    return localUrl(z.array(textSchema).parse(this.#value(stack, parts)).join(separator), this.#addresses)
  }

  #split = (stack: SynthesizedStack, [separator, text]: [string, unknown]): string[] =>
    this.#text(stack, text).split(separator)

  #select = (stack: SynthesizedStack, [at, list]: [number, unknown]): unknown =>
    listSchema.parse(this.#value(stack, list))[at]

  #substitute(stack: SynthesizedStack, argument: unknown): string {
    const [text, given] = substitutionSchema.parse(argument)
    const filled = text.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (name in given) return this.#text(stack, given[name])
      const [id = '', attribute] = name.split('.')
      return `${attribute === undefined ? this.#reference(stack, id) : this.#attribute(stack, [id, attribute])}`
    })
    return filled.replaceAll('${!', '${')
  }

  #import(name: string): unknown {
    for (const stack of this.#stacks) {
      for (const { Value, Export } of Object.values(stack.template.Outputs)) {
        if (Export && this.#text(stack, Export.Name) === name) return this.#value(stack, Value)
      }
    }
    throw new Error(`no stack exports ${name}`)
  }

  #reference(stack: SynthesizedStack, id: string): unknown {
    switch (id) {
      case 'AWS::Region':
        return account.region
      case 'AWS::AccountId':
        return account.id
      case 'AWS::Partition':
        return 'aws'
      case 'AWS::URLSuffix':
        return 'amazonaws.com'
      case 'AWS::StackName':
      case 'AWS::StackId':
        return stack.name
      case 'AWS::NoValue':
        return undefined
      default:
        return id in stack.template.Parameters ? stack.template.Parameters[id]?.Default : this.#ref(stack, id)
    }
  }

  #ref(stack: SynthesizedStack, id: string): string {
    return refOf(this.#named(stack, id), this.#addresses)
  }

  #attribute(stack: SynthesizedStack, [id, attribute]: [string, string]): string {
    return attributeOf(this.#named(stack, id), attribute, this.#addresses)
  }

  /** Only the name is resolved here: other properties may refer back to whoever asks. */
  #named(stack: SynthesizedStack, id: string) {
    const { Type, Properties } = this.#find(stack, id)
    const given = ['TableName', 'BucketName', 'QueueName', 'FunctionName', 'Name'].find(
      property => property in Properties,
    )
    const name = given === undefined ? undefined : this.#value(stack, Properties[given])
    return { id, type: Type, name: typeof name === 'string' ? name : undefined }
  }

  #find(stack: SynthesizedStack, id: string) {
    const resource = stack.template.Resources[id]
    if (!resource) throw new Error(`${stack.name} refers to ${id}, which is not in it`)
    return resource
  }
}
