/** The scopes of three providers of other shapes than this repository's: a tree, verbs without a ladder, and dots. */
import { acme } from './acme.fixture.js'
import type { PerPart } from './documents.js'

function provider(name: string, scopes: string, operations: string): PerPart<string> {
  return {
    endpoints: acme.endpoints.replace('name: Acme Cloud', `name: ${name}`),
    scopes,
    operations: `operations:\n${operations}`,
  }
}

/** A tree whose parents are scopes themselves, and the level stands before the family. */
export const gitHub = provider(
  'GitHub',
  `
separators: { read: [',', ' '], write: ' ' }
scopes:
  repo:
    name: repo
    title: Repositories
    description: Full control of private repositories.
    includes: [repo:status, repo_deployment, public_repo, 'repo:invite', security_events]
  repo:status: { name: repoStatus, description: Access commit statuses. }
  repo_deployment: { name: repoDeployment, description: Access deployments. }
  public_repo: { name: publicRepo, description: Access public repositories. }
  repo:invite: { name: repoInvite, description: Access invitations. }
  security_events: { name: securityEvents, description: Read and write security events. }
  admin:org: { name: adminOrg, description: Full control of organizations., includes: ['write:org', 'manage_runners:org'] }
  write:org: { name: writeOrg, description: Read and write organization membership., includes: ['read:org'] }
  read:org: { name: readOrg, description: Read organization membership. }
  manage_runners:org: { name: manageRunnersOrg, description: Manage runners. }
  user: { name: user, description: Update all user data., includes: ['read:user', 'user:email', 'user:follow'] }
  read:user: { name: readUser, description: Read all user data. }
  user:email: { name: userEmail, description: Read addresses. }
  user:follow: { name: userFollow, description: Follow and unfollow. }
  delete_repo: { name: deleteRepo, description: Delete repositories. }
`,
  `
  GET /repos/{owner}/{repo}/commits/{ref}/status: { id: get-status, declared: 'repo:status' }
  GET /user/emails: { id: get-emails, declared: [['user:email'], ['user']] }
  GET /meta: { id: get-meta, auth: none }
`,
)

/** Four verbs side by side, and two scopes above all families. */
export const digitalOcean = provider(
  'DigitalOcean',
  `
separators: { read: [' '], write: ' ' }
levels:
  create: { name: create, title: '{title}: create', description: 'Create {things}.' }
  read: { name: read, title: '{title}: read', description: 'See {things}.' }
  update: { name: update, title: '{title}: update', description: 'Change {things}.' }
  delete: { name: remove, title: '{title}: delete', description: 'Delete {things}.' }
families:
  droplet: { name: Droplets, things: droplets }
  account: { name: Account, things: your account, levels: [read] }
  block_storage:
    name: BlockStorage
    things: volumes
    includes: { update: ['droplet:read'] }
scopes:
  read: { name: read, description: See everything., includes: ['droplet:read', 'account:read', 'block_storage:read'] }
  write:
    name: write
    description: Change everything.
    includes:
      - read
      - droplet:create
      - droplet:update
      - droplet:delete
      - block_storage:create
      - block_storage:update
      - block_storage:delete
`,
  `
  POST /v2/droplets: { id: create-droplet, declared: ['droplet:create', 'droplet:read'] }
  DELETE /v2/droplets/{dropletId}: { id: delete-droplet, declared: 'droplet:delete' }
`,
)

/** Dotted refinements, and commas between scopes. */
export const slack = provider(
  'Slack',
  `
separators: { read: [','], write: ',' }
levels:
  read: { name: read, title: '{title}: view', description: 'View {things}.' }
  write: { name: write, title: '{title}: change', description: 'Change {things}.' }
families:
  users: { name: Users, things: people in a workspace }
  users.profile: { name: UserProfiles, things: profile details of people in a workspace }
scopes:
  chat:write: { name: chatWrite, description: Send messages. }
  chat:write.public: { name: chatWritePublic, description: Send messages to channels that it has not joined., includes: ['chat:write'] }
`,
  `
  POST /chat.postMessage: { id: chat.postMessage, declared: 'chat:write' }
  GET /users.profile.get: { id: users.profile.get, declared: 'users.profile:read' }
`,
)

export const providers: readonly (readonly [name: string, spec: PerPart<string>])[] = [
  ['acme', acme],
  ['git-hub', gitHub],
  ['digital-ocean', digitalOcean],
  ['slack', slack],
]
