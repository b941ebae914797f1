// commander starts other programs for the subcommands that are ones; flowc has none. To load what is never used takes time.
const stubs = {
  'node:child_process': 'export default {};',
};

/** The esbuild plugin that leaves out what libraries bring along and flowc never uses. */
export const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'stub' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents: stubs[path],
      loader: 'js',
    }));
  },
};
