import type { ImportBinding } from '../../source/index.ts';

/** A name that an import brings, as an outline has it. */
export type BoundImport = Pick<ImportBinding, 'local' | 'specifier' | 'imported'>;

const statement =
  /^[ \t]+(?:import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?)|from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\w[\w \t,]*))[ \t]*(?:#[^\n]*)?$/gm;

/** The imports of a Python source that stand inside of functions and other blocks, as far as they are on one line. */
export function indentedImports(text: string): readonly BoundImport[] {
  return [...text.matchAll(statement)].flatMap(([, whole, specifier, list]): readonly BoundImport[] => {
    if (whole !== undefined) {
      const [name = '', alias] = whole.split(/[ \t]+as[ \t]+/);
      const top = name.split('.')[0] ?? name;
      const module = alias === undefined ? top : name;
      return [{ local: alias ?? top, specifier: module, imported: '*' }];
    }
    return (list ?? '').split(',').flatMap((item) => {
      const [imported = '', local = imported] = item.trim().split(/[ \t]+as[ \t]+/);
      return imported === '' ? [] : [{ local, specifier: specifier ?? '', imported }];
    });
  });
}
