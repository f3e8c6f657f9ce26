import { Component, type ReactNode } from 'react'
import { ErrorScreen } from './ErrorScreen.tsx'

interface Props {
  /** True where storage is open, so that a copy can be offered. */
  canSaveCopy?: boolean
  children: ReactNode
}

/** The last resort. It shows a screen and touches no data. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') }
  }

  override render() {
    const { canSaveCopy = false, children } = this.props
    if (this.state.error === undefined) return children
    return <ErrorScreen error={this.state.error} canSaveCopy={canSaveCopy} />
  }
}
