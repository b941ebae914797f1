/** What the editor tells the panel. */
export type ToPanel =
  | {
      readonly kind: 'show';
      /** Equal for all pictures of one flow, so that zoom and place are kept. */
      readonly flow: string;
      readonly title: string;
      readonly svg: string;
      readonly selected: string | undefined;
      readonly state: PanelState;
    }
  | { readonly kind: 'state'; readonly state: PanelState }
  | { readonly kind: 'select'; readonly selected: string | undefined }
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'export-png'; readonly scale: number };

/** How the chart stands to the text; see `PictureState` of the preview. */
export type PanelState = 'current' | 'outdated' | 'incomplete';

/** What the panel tells the editor. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'select'; readonly node: string }
  | { readonly kind: 'follow'; readonly node: string }
  /** Base64. */
  | { readonly kind: 'png'; readonly data: string };
