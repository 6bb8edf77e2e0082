// Keeps what few sessions want out of a bundle and its start: it stands in a bundle of its own beside it, loaded when the
// first of it is asked for. A part that can stand apart is a module with one export, a record of functions or objects.

const filterOf = (module) => new RegExp(`[\\\\/]${module.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')}$`);

/** What stands in the place of the module: each entry of its record is asked of the file beside the bundle. */
const standIn = ({ name, file }) => `
const record = () => require('${file}').${name};
export const ${name} = new Proxy({}, { get: (_, key) => record()[key] });
`;

/**
 * An esbuild plugin for a bundle that leaves a module to a file beside it.
 *
 * - `module`: the module's path from the root of the project
 * - `name`: the name of its one export
 * - `file`: the bundle that holds it, such as `./writers.js`
 */
export const apart = ({ module, name, file }) => ({
  name: `apart-${name}`,
  setup(build) {
    build.onLoad({ filter: filterOf(module) }, () => ({ contents: standIn({ name, file }), loader: 'js' }));
    build.onResolve({ filter: /./ }, ({ path, importer }) =>
      path === file && filterOf(module).test(importer) ? { path: file, external: true } : undefined,
    );
  },
});
