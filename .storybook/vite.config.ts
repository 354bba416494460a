import { defineConfig } from 'vite';

// Not the library's own configuration: Storybook brings what it needs, and the decorators follow tsconfig.json.
export default defineConfig({ build: { target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 5_000 } });
