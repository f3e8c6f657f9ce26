// First of all: tokens.css names the order of the cascade's layers.
import '#ui/tokens.css'
import '#ui/reset.css'
import '#ui/fonts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { invariant } from '#core/assert.ts'

const root = document.getElementById('root')
invariant(root, 'index.html has #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
