// commander starts other programs for the subcommands that are ones; flowc has none. svgdom measures text and images,
// for which it brings a font engine that is ten times as large as all else of it; flowc measures nothing there. To
// load what is never used takes time.
const stubs = {
  'node:child_process': { importer: /[\\/]commander[\\/]/, contents: 'export default {};' },
  fontkit: { importer: /[\\/]svgdom[\\/]/, contents: 'export const openSync = undefined;' },
  'image-size/fromFile': {
    importer: /[\\/]svgdom[\\/]/,
    contents: 'export const imageSizeFromFile = undefined;',
  },
};

/** The esbuild plugin that leaves out what libraries bring along and flowc never uses. */
export const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve(
      { filter: /^(?:node:child_process|fontkit|image-size\/fromFile)$/ },
      ({ path, importer }) => (stubs[path].importer.test(importer) ? { path, namespace: 'stub' } : undefined),
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents: stubs[path].contents,
      loader: 'js',
    }));
  },
};
