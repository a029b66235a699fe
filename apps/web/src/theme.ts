import { createTheme } from '@mantine/core';

/** Baton's look: a calm blue for what one can do, a green for people, neutral greys with a little blue. */
export const theme = createTheme({
  primaryColor: 'baton',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650' },
  colors: {
    baton: [
      '#eef0ff',
      '#dce0fc',
      '#b7bff4',
      '#909ced',
      '#6f7ee7',
      '#5465df',
      '#3d4fd1',
      '#3142b4',
      '#283694',
      '#1f2a73',
    ],
    dark: [
      '#d5d9e4',
      '#b3b9c9',
      '#8e96ab',
      '#626b83',
      '#3d4459',
      '#2e3447',
      '#222737',
      '#191d2a',
      '#12151f',
      '#0c0e16',
    ],
  },
});
