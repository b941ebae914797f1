// svgdom measures text with fontkit and images with image-size; flowc measures its own text and draws no images. commander
// starts other programs for the subcommands that are ones; flowc has none. To load what is never used takes time.
const stubs = {
  fontkit: 'export const openSync = () => { throw new Error("flowc does not measure text through svgdom") };',
  'image-size/fromFile': 'export const imageSizeFromFile = async () => ({});',
  'node:child_process': 'export default {};',
};

/** The esbuild plugin that leaves out what libraries bring along and flowc never uses. */
export const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve(
      { filter: /^(fontkit|image-size\/fromFile|node:child_process)$/ },
      ({ path, importer }) =>
        /[\\/](svgdom|commander)[\\/]/.test(importer) ? { path, namespace: 'stub' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents: stubs[path],
      loader: 'js',
    }));
  },
};
