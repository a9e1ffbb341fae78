import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts", "screenshots"] },
  {
    files: ["src/**/*.{ts,tsx}", "vite.config.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": "error",
      // Numbers read well inside sentences.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An event handler that starts a promise is ordinary React.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Arrow shorthand for a call that returns nothing is the usual form of a handler.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Speaks to React's compiler, which is not used here: it would skip what the virtualizer touches.
      "react-hooks/incompatible-library": "off",
      // The router signals redirects by throwing its own objects.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
);
