import { readYaml } from './yaml-source.js';

describe('reading YAML', () => {
  it('survives an alias bomb', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, index) => {
        const before = 'abcdefgh'[index]!;
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(readYaml('x.yaml', bomb).faults[0]?.message).toBe('cannot be read as YAML');
  });

  it('survives nesting that exhausts the stack', () => {
    expect(readYaml('x.yaml', '['.repeat(200_000)).faults.length).toBeGreaterThan(0);
  });

  it.each([
    ['a: 1\n\tb: 2\n', 2, 'a tab indents this line'],
    ['a: 1\n---\nb: 2\n', 2, 'a second document begins here'],
    ['a: 1\nb: !secret 2\n', 2, 'unknown tag'],
  ])('explains %j', (text, line, message) => {
    const { faults } = readYaml('x.yaml', text);
    expect(faults.map((fault) => [fault.line, fault.message])).toContainEqual([line, message]);
  });

  it('keeps a key called __proto__ harmless', () => {
    const { value } = readYaml('x.yaml', '__proto__: { polluted: true }\n');
    expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf(readYaml('y.yaml', '{}').value));
  });

  it('points at a key, at a value, and at what should hold a missing key', () => {
    const source = readYaml('x.yaml', 'top:\n  - name: a\n    kind: b\n');
    const at = (path: (string | number)[], what?: 'key'): [number, number] => {
      const { line, column } = source.place({ path, message: 'm', instead: 'i', ...(what && { at: what }) });
      return [line, column];
    };
    expect(at(['top', 0, 'kind'])).toEqual([3, 11]);
    expect(at(['top', 0, 'kind'], 'key')).toEqual([3, 5]);
    expect(at(['top', 0, 'missing'])).toEqual([2, 5]);
    expect(at(['top', 7])).toEqual([2, 3]);
    expect(at([])).toEqual([1, 1]);
  });
});
