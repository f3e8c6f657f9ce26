import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { invariant } from '#core/assert.ts'
import '#ui/reset.css'
import '#ui/tokens.css'
import '#ui/fonts.css'

const root = document.getElementById('root')
invariant(root, 'index.html has #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
