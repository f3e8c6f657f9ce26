import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const absent = fileURLToPath(new URL('./src/paper/absent.ts', import.meta.url))

export default defineConfig({
  plugins: [react()],
  base: './',
  resolve: {
    // jsPDF's optional renderers: hundreds of kilobytes that would be precached and never run.
    alias: { html2canvas: absent, canvg: absent, dompurify: absent },
  },
  build: { target: 'baseline-widely-available', assetsInlineLimit: 0 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{core,rubrics,paper,exchange,storage,guards,messages,app}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/{features,ui,pwa}/**/*.test.tsx'],
        },
      },
    ],
  },
})
