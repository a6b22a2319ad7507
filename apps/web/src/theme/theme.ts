import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  NativeSelect,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The house's blue: Japanese indigo, deep and calm. Shade 8 carries white text at more than 8 to 1. */
const ai: MantineColorsTuple = [
  '#eef5f9',
  '#dce8ef',
  '#b6d0de',
  '#8cb6cd',
  '#6aa1bf',
  '#5494b6',
  '#468db2',
  '#2f6587',
  '#1f4d6b',
  '#153a53',
];

/** Persimmon: used for one thing only, somebody is waiting. */
const kaki: MantineColorsTuple = [
  '#fff3e6',
  '#fde5cc',
  '#f8c998',
  '#f3ab60',
  '#ef9232',
  '#ec8216',
  '#d56f08',
  '#b45309',
  '#9a4408',
  '#7c3606',
];

/** Greys with a little warmth, so that the ground does not look like a form. */
const sumi: MantineColorsTuple = [
  '#d6d9dd',
  '#b9bec4',
  '#a3a9b1',
  '#7d858f',
  '#4b535d',
  '#373e47',
  '#262c34',
  '#1c2127',
  '#15181c',
  '#0e1013',
];

export const theme = createTheme({
  colors: { ai, kaki, dark: sumi },
  primaryColor: 'ai',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    // Mantine takes the text of a filled control from the light theme only; ours is dark on light fills at night.
    const shaded = input.color?.includes('.') ?? false;
    return input.variant === 'filled' && !shaded ? { ...colors, color: 'var(--okaeri-on-fill)' } : colors;
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily: 'var(--okaeri-font)',
  headings: { fontFamily: 'var(--okaeri-font)', fontWeight: '650' },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      // Words of six languages: a button grows before it cuts one.
      styles: {
        root: {
          display: 'inline-grid',
          alignItems: 'center',
          height: 'auto',
          minHeight: 'var(--button-height)',
          paddingBlock: '0.375rem',
        },
        label: { whiteSpace: 'normal', lineHeight: 1.35 },
      },
      vars: (_theme, props) => ({
        root: { '--button-height': props.size === 'lg' ? '3.5rem' : '3rem', '--button-fz': '1rem' },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 48, variant: 'subtle' },
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: () => ({ wrapper: { '--input-height': '3rem', '--input-fz': '1rem' } }),
    }),
    // Mantine's alert speaks in small print; what went wrong deserves the size of everything else.
    Alert: Alert.extend({ styles: { title: { fontSize: '1rem' }, message: { fontSize: '1rem' } } }),
    // The words beside the box are pressed as often as the box.
    Checkbox: Checkbox.extend({
      vars: () => ({ root: { '--checkbox-icon-color': 'var(--okaeri-on-fill)' } }),
      styles: { inner: { marginTop: '0.625rem' }, label: { paddingTop: '0.625rem', paddingBottom: '0.625rem' } },
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontSize: '1rem', fontWeight: 600, marginBottom: '0.25rem' },
        description: { fontSize: '0.9375rem', lineHeight: 1.45, marginBottom: '0.375rem' },
        error: { fontSize: '0.9375rem', lineHeight: 1.45 },
      },
    }),
    // A name longer than a phone is wide ends in dots, not in half a letter.
    NativeSelect: NativeSelect.extend({
      defaultProps: { size: 'md' },
      styles: { input: { textOverflow: 'ellipsis' } },
    }),
  },
});

/** Our own names for what Mantine has no word for. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf7f2',
    '--mantine-color-error': '#b42318',
    '--mantine-color-text': '#22282f',
    '--mantine-color-dimmed': '#565e67',
    '--mantine-color-default-border': '#cdc6ba',
    '--okaeri-quiet': '#565e67',
    '--okaeri-card': '#ffffff',
    '--okaeri-line': '#e5dfd4',
    '--okaeri-tint': '#eaf1f5',
    '--okaeri-accent': '#1f4d6b',
    '--okaeri-on-fill': '#ffffff',
    '--okaeri-waiting': '#9a4408',
    '--okaeri-waiting-ground': '#fff1e0',
    '--okaeri-waiting-line': '#ec8216',
    '--okaeri-waiting-fill': '#b45309',
    '--okaeri-waiting-on': '#ffffff',
    '--okaeri-danger': '#b42318',
  },
  dark: {
    '--mantine-color-body': '#15181c',
    '--mantine-color-error': '#ff9b91',
    '--mantine-color-text': '#e9ebee',
    '--mantine-color-dimmed': '#a9b1ba',
    '--mantine-color-default-border': '#464e58',
    '--okaeri-quiet': '#a9b1ba',
    '--okaeri-card': '#1e2329',
    '--okaeri-line': '#323942',
    '--okaeri-tint': '#20303b',
    '--okaeri-accent': '#9cc6de',
    '--okaeri-on-fill': '#0f1a22',
    '--okaeri-waiting': '#ffbe7a',
    '--okaeri-waiting-ground': '#35261a',
    '--okaeri-waiting-line': '#d9822b',
    '--okaeri-waiting-fill': '#f3ab60',
    '--okaeri-waiting-on': '#23150a',
    '--okaeri-danger': '#ff9b91',
  },
});
