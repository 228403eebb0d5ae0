import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { ReactNode } from 'react'

/** A part of a form under a heading of its own. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Container
      header={
        <Header variant="h2" {...(about !== undefined && { description: about })}>
          {title}
        </Header>
      }
    >
      {children}
    </Container>
  )
}
