import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sources = join(__dirname, '..');
const styles = dirname(require.resolve('@mantine/core/styles.css')).replace(/\/esm$/, '');

/** What a component draws inside itself, as far as it has styles of its own. */
const madeOf: Record<string, readonly string[]> = {
  Alert: ['CloseButton'],
  Button: ['UnstyledButton', 'Loader'],
  Checkbox: ['InlineInput', 'Input'],
  NativeSelect: ['Input', 'Combobox'],
  Textarea: ['Input'],
  TextInput: ['Input'],
};

function componentsIn(text: string): string[] {
  return [...text.matchAll(/import\s+\{([^}]*)\}\s+from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().split(/\s/)[0] ?? '')
    .filter((name) => /^[A-Z]/.test(name));
}

describe('styles of Mantine', () => {
  it('are there for each component that a page uses', () => {
    const loaded = readFileSync(join(__dirname, 'mantine.ts'), 'utf8');
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const used = new Set(files.flatMap((name) => componentsIn(readFileSync(join(sources, name), 'utf8'))));
    expect(used).toContain('Button');
    const drawn = new Set([...used, ...[...used].flatMap((name) => madeOf[name] ?? [])]);
    const unstyled = [...drawn].filter(
      (name) => existsSync(join(styles, 'styles', `${name}.css`)) && !loaded.includes(`/styles/${name}.css'`),
    );
    expect(unstyled).toEqual([]);
  });
});
