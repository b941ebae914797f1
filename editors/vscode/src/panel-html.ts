/** The page in the panel. `source` is where the editor lets scripts and pictures of the extension come from. */
export const panelHtml = (
  script: string,
  style: string,
  source: string,
  nonce: string,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source} 'nonce-${nonce}'; img-src blob:">
<link rel="stylesheet" href="${style}">
<title>Chart</title>
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems": true}'>
<script type="module" src="${script}" nonce="${nonce}"></script>
</body>
</html>
`;
