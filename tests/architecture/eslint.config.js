import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  // Checked where their packages are installed: by the bench itself.
  { ignores: ['tests/bench/peers/**', 'tests/bench/lighthouse/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // One program for all: a program for each folder reads what lies below it once more.
        project: 'tests/architecture/tsconfig.lint.json',
        tsconfigRootDir: new URL('../..', import.meta.url).pathname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      // With verbatimModuleSyntax it would load the module for its effects: bytes for nothing.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // An index signature is read with brackets (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // Data: one line a fact.
    files: ['src/programmes/*/*.ts', 'src/server/demo/stories/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Scripts that Node runs as they are: not part of a TypeScript project.
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly' },
    },
  },
  {
    // The start is a conversation with whoever started it.
    // Commands: what they print is what they are for.
    files: [
      'src/server/ready.js',
      'src/server/main.ts',
      'src/server/console.ts',
      'tests/journeys/contactSheet.js',
    ],
    rules: { 'no-console': 'off' },
  },
)
