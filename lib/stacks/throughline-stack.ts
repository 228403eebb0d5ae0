import { CfnOutput, CfnRule, Fn, Stack, Validations } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { ApiServer } from '../constructs/api-server.ts'
import { ArchiveNoter } from '../constructs/archive-noter.ts'
import { ArchiveWriter } from '../constructs/archive-writer.ts'
import { AuditRecorder } from '../constructs/audit-recorder.ts'
import { AutomationRunner } from '../constructs/automation-runner.ts'
import { ChangePublisher } from '../constructs/change-publisher.ts'
import { ClockStarter } from '../constructs/clock-starter.ts'
import { ConsoleSignIn } from '../constructs/console-sign-in.ts'
import { ConsoleSite } from '../constructs/console-site.ts'
import { ContactRecorder } from '../constructs/contact-recorder.ts'
import { ConversationCounter } from '../constructs/conversation-counter.ts'
import { ConversationKeeper } from '../constructs/conversation-keeper.ts'
import { ConversationRouter, WaitingRouter } from '../constructs/conversation-router.ts'
import { CustomerPages } from '../constructs/customer-pages.ts'
import { Operations } from '../constructs/dashboard.ts'
import { DeadLetterKeeper } from '../constructs/dead-letter-keeper.ts'
import { DigestSender } from '../constructs/digest-sender.ts'
import { FileSplitter } from '../constructs/file-splitter.ts'
import { HookDeliverer } from '../constructs/hook-deliverer.ts'
import { ThroughlineApi } from '../constructs/http-api.ts'
import { LiveApi } from '../constructs/live-api.ts'
import { LiveNotifier } from '../constructs/live-notifier.ts'
import { LiveServer } from '../constructs/live-server.ts'
import { MailIntake } from '../constructs/mail-intake.ts'
import { ReplySender } from '../constructs/reply-sender.ts'
import { ReportAuditor } from '../constructs/report-auditor.ts'
import { ReportProjector } from '../constructs/report-projector.ts'
import { ReportsServer } from '../constructs/reports-server.ts'
import { SearchIndexer } from '../constructs/search-indexer.ts'
import { SurveyAsker } from '../constructs/survey-asker.ts'
import { TopicLearner } from '../constructs/topic-learner.ts'
import { UserPoolWithRoles } from '../constructs/user-pool.ts'
import { WebhookIntake } from '../constructs/webhook-intake.ts'
import { Foundation } from './foundation.ts'

/** All of Throughline for one stage, in the order of the way of a contact. One stack: docs/decisions/0040-one-stack.md. */
export class ThroughlineStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id, {
      description: `Throughline (${config.stage}): one timeline per customer`,
      env: environmentOf(config),
      terminationProtection: config.protectData,
    })
    const foundation = new Foundation(this, 'Foundation', config)
    const users = new UserPoolWithRoles(this, 'Users', config)
    const api = new ThroughlineApi(this, 'HttpApi', { config, users, alarms: foundation.alarms })
    const live = new LiveApi(this, 'LiveApi', { config, alarms: foundation.alarms })
    const publicUrl = config.publicUrl ?? api.url

    const webhooks = new WebhookIntake(this, 'ReceiveWebhook', { foundation, publicUrl })
    const splitter = new FileSplitter(this, 'SplitFile', foundation)
    const recorder = new ContactRecorder(this, 'RecordContact', foundation)
    const keeper = new DeadLetterKeeper(this, 'SetAsideDead', foundation)
    const publisher = new ChangePublisher(this, 'PublishChanges', foundation)
    const auditor = new AuditRecorder(this, 'RecordAudit', foundation)
    const conversations = new ConversationKeeper(this, 'JoinConversation', foundation)
    const counter = new ConversationCounter(this, 'CountConversations', foundation)
    const indexer = new SearchIndexer(this, 'IndexSearch', foundation)
    const replies = new ReplySender(this, 'SendReply', { foundation, publicUrl })
    const router = new ConversationRouter(this, 'RouteConversations', foundation)
    const waiting = new WaitingRouter(this, 'RouteWaiting', foundation)
    const automations = new AutomationRunner(this, 'RunAutomation', foundation)
    const hooks = new HookDeliverer(this, 'DeliverHook', foundation)
    const clocks = new ClockStarter(this, 'FireClocks', foundation)
    const server = new ApiServer(this, 'ServeApi', { foundation, live, publicUrl })
    const reports = new ReportsServer(this, 'ServeReports', foundation)
    const archiveNoter = new ArchiveNoter(this, 'NoteArchive', foundation)
    const archiveWriter = new ArchiveWriter(this, 'WriteArchive', foundation)
    const projector = new ReportProjector(this, 'ProjectReports', foundation)
    const reportAuditor = new ReportAuditor(this, 'AuditReports', foundation)
    const learner = new TopicLearner(this, 'LearnTopics', foundation)
    const liveServer = new LiveServer(this, 'ServeLive', { foundation, live })
    const notifier = new LiveNotifier(this, 'NotifyConsole', { foundation, live })
    const pages = new CustomerPages(this, 'ServeCustomer', foundation)
    const surveys = new SurveyAsker(this, 'AskSurveys', { foundation, publicUrl })
    const digests = new DigestSender(this, 'SendDigests', { foundation, publicUrl })
    api.addWebhooks(webhooks.function)
    api.addCustomerPages(pages.function)
    api.addApi(server.function)
    api.addReports(reports.function)
    live.addServer(liveServer.function)

    const intake = [webhooks, splitter, recorder, keeper, publisher, auditor]
    const routing = [router, waiting]
    const asking = [pages, surveys]
    const serving = [conversations, counter, indexer, replies, automations, hooks, clocks, server, liveServer, notifier]
    const reporting = [reports, archiveNoter, archiveWriter, projector, reportAuditor, learner, digests]
    const functions = [...intake, ...routing, ...asking, ...serving, ...reporting].map(one => one.function)
    new Operations(this, 'Operations', { foundation, api, functions })
    this.output({
      ApiUrl: publicUrl,
      UserPoolId: users.pool.userPoolId,
      UserPoolClientId: users.client.userPoolClientId,
      IntakeBucket: foundation.bucket.objects.bucketName,
    })
    if (config.stage === 'local') this.refuseDeploy()
    else {
      const mail = this.receiveMail(foundation, config)
      const uploads = foundation.bucket.objects.bucketRegionalDomainName
      const site = this.publishConsole({
        config,
        users,
        apiUrl: api.url,
        liveUrl: live.url,
        uploads,
      })
      // A deploy that stops at another active rule set leaves nothing behind: see MailIntake.
      site.files.node.addDependency(mail)
    }
  }

  private receiveMail(foundation: Foundation, config: CloudConfig): MailIntake {
    const intake = new MailIntake(this, 'MailIntake', { foundation, mail: config.mail })
    this.output({ MailRuleSet: intake.ruleSetName })
    this.warnOfExamples(config)
    return intake
  }

  private warnOfExamples(config: CloudConfig): void {
    const addresses = [config.alarmEmail, ...config.mail.mailboxes.map(({ address }) => address)]
    if (!addresses.some(address => address.endsWith('.example'))) return
    const advice = `Stage ${config.stage} still has addresses under .example: set alarmEmail and mail in lib/config/stages.ts`
    Validations.of(this).addWarning('throughline:example-address', advice)
  }

  /** The files themselves are uploaded after the deploy: docs/decisions/0093-uploading-the-console.md. */
  private publishConsole({ config, users, apiUrl, liveUrl, uploads }: ConsoleParts): ConsoleSite {
    const signIn = new ConsoleSignIn(this, 'ConsoleSignIn', config, users)
    const connect = [originOf(liveUrl), signIn.url, `https://${uploads}`]
    const site = new ConsoleSite(this, 'Console', { config, apiUrl, connect })
    signIn.allow(site.origin)
    this.output({
      ConsoleUrl: site.origin,
      ConsoleFiles: site.files.bucketName,
      ConsoleConfig: this.toJsonString(signIn.consoleConfig),
    })
    return site
  }

  /** The template of `local` is for the embedded stack; CloudFormation refuses it with this sentence. */
  private refuseDeploy(): void {
    const assert = Fn.conditionEquals('local', 'deployed')
    const assertDescription = 'Stage local runs on one machine (npm start). Deploy with -c stage=dev or -c stage=prod.'
    new CfnRule(this, 'LocalOnly', { assertions: [{ assert, assertDescription }] })
  }

  private output(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value })
  }
}

type CloudConfig = Exclude<StageConfig, { stage: 'local' }>

type ConsoleParts = {
  config: StageConfig
  users: UserPoolWithRoles
  apiUrl: string
  liveUrl: string
  /** Where files that go with answers are uploaded to. */
  uploads: string
}

/** An address without its path. */
const originOf = (url: string): string =>
  Fn.join(
    '/',
    [0, 1, 2].map(at => Fn.select(at, Fn.split('/', url))),
  )

const environmentOf = ({ account, region }: StageConfig) => ({
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
})
