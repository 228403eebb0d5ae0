import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { loadStages } from '../lib/config/load.ts'
import { ThroughlineStack } from '../lib/stacks/throughline-stack.ts'

const app = new App()
for (const config of loadStages(app.node.tryGetContext('stage'))) {
  new ThroughlineStack(app, `throughline-${config.stage}`, config)
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
