import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep red: the one action that matters on a screen. */
const red: MantineColorsTuple = ['#fdf1f0', '#f8dedc', '#efbab6', '#e4938d', '#d96c65', '#c44a43', '#a92f2b', '#8f1d1d', '#761717', '#5c1111'];
/** Greys with a warm tint, light and dark. */
const gray: MantineColorsTuple = ['#faf8f6', '#f3f0ec', '#e8e3dd', '#dcd5cd', '#c4bbb0', '#a89d91', '#857a6f', '#635a51', '#443d37', '#2a2521'];
const dark: MantineColorsTuple = ['#ede8e3', '#d6cfc8', '#b8afa6', '#8f867d', '#5d564f', '#46403a', '#36312c', '#282420', '#1e1b18', '#151311'];

/** Colours of choices that people who do not tell red from green still tell apart. */
const teal: MantineColorsTuple = ['#e8f5f4', '#cfe8e6', '#9ed1cd', '#69b8b2', '#3fa19a', '#1f8a83', '#0f736d', '#0a5d58', '#074a46', '#043733'];
const indigo: MantineColorsTuple = ['#eef1fa', '#d9e0f3', '#b2c0e6', '#8a9fd8', '#6781cb', '#4b67bd', '#3a54a6', '#2f4489', '#26376e', '#1d2a54'];
const orange: MantineColorsTuple = ['#fdf3e7', '#fbe3c8', '#f6c792', '#efa758', '#e48a2c', '#c9721a', '#a85c10', '#87490b', '#6b3a09', '#502b06'];

export const theme = createTheme({
  primaryColor: 'red',
  primaryShade: { light: 7, dark: 6 },
  colors: { red, gray, dark, teal, indigo, orange },
  black: '#1f1b18',
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600', sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.3' }, h2: { fontSize: '1.25rem', lineHeight: '1.35' }, h3: { fontSize: '1.0625rem', lineHeight: '1.4' } } },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  /** By name, not by import: a component that a screen does not use is not fetched for its defaults. */
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', rows: 3, resize: 'vertical' } },
    Switch: { defaultProps: { size: 'md' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', size: 'lg', tt: 'none', fw: 500 } },
  },
});
