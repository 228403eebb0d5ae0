import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { loadStage } from '../lib/config/load.ts'
import { ThroughlineStack } from '../lib/stacks/throughline-stack.ts'

const app = new App()
const config = loadStage(app.node.tryGetContext('stage'))
new ThroughlineStack(app, `throughline-${config.stage}`, config)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
